import type { DecisionModel } from './model.ts';
import type { DecisionProblem } from './problems.ts';
import { readDefinitions } from './read/definitions.ts';
import { parseXml, XmlError } from './read/xml.ts';
import { Runtime } from './runtime.ts';

/** A DMN file: its name in messages, and its XML. */
export interface DecisionFile {
  name: string;
  xml: string;
}

/**
 * Reads DMN files (1.1 to 1.6) as one deployment. The model is plain JSON and can be stored; problems of severity
 * `error` mean that a decision would not run as it is drawn.
 */
export function compileDecisions(files: DecisionFile[]): {
  model: DecisionModel;
  problems: DecisionProblem[];
} {
  const problems: DecisionProblem[] = [];
  const model: DecisionModel = { definitions: [] };
  for (const file of files) {
    try {
      model.definitions.push(readDefinitions(parseXml(file.xml)));
    } catch (error) {
      if (!(error instanceof XmlError)) throw error;
      problems.push({ code: 'xml_invalid', element: file.name, message: error.message, severity: 'error' });
    }
  }
  return { model, problems: [...problems, ...new Runtime(model).problems] };
}
