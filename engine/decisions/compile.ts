import { type Problem, tooLarge } from '../model/problem.ts';
import { beyondLimits } from '../model/xml-limits.ts';
import { lintDecisions } from './lint/lint.ts';
import type { LintedFile } from './lint/rule.ts';
import type { DecisionModel } from './model.ts';
import { readDefinitions } from './read/definitions.ts';
import { parseXml, XmlError } from './read/xml.ts';

/** A DMN file: its name in messages, and its XML. */
export interface DecisionFile {
  name: string;
  xml: string;
}

/**
 * Reads DMN files (1.1 to 1.6) as one deployment. The model is plain JSON and can be stored; problems of severity
 * `error` mean that a decision would not run as it is drawn. Never throws for what a file contains.
 */
export function compileDecisions(files: DecisionFile[]): { model: DecisionModel; problems: Problem[] } {
  const problems: Problem[] = [];
  const read: LintedFile[] = [];
  for (const { name, xml } of files) {
    const beyond = beyondLimits(xml);
    if (beyond) {
      problems.push(tooLarge(name, null, beyond));
      continue;
    }
    try {
      const root = parseXml(xml);
      read.push({ name, root, definitions: readDefinitions(root) });
    } catch (error) {
      if (!(error instanceof XmlError)) throw error;
      problems.push({
        code: 'xml_invalid',
        severity: 'error',
        file: name,
        element: null,
        message: {
          vi: `Tệp không phải DMN hợp lệ: ${error.message}`,
          en: `The file is not valid DMN: ${error.message}`,
        },
      });
    }
  }
  const model: DecisionModel = { definitions: read.map(({ definitions }) => definitions) };
  return { model, problems: [...problems, ...lintDecisions(model, read)] };
}
