import type { FormSchema, Graph } from './graph.ts';
import { child, children, type ModdleElement, text } from './moddle.ts';
import type { Problem } from './problem.ts';

/** A form as a deployment holds it. */
export interface FormSource {
  /** What tasks call it: the file's name without its ending, or the id of a `zeebe:userTaskForm`. */
  name: string;
  file: string;
  /** Process that holds it; null for a file. */
  element: string | null;
  json: string;
}

const ending = '.schema.json';

export const isForm = (file: string): boolean => file.endsWith(ending);

export function formOfFile(file: string, json: string): FormSource {
  return { name: file.slice(file.lastIndexOf('/') + 1, -ending.length), file, element: null, json };
}

/** Forms inside a process. Those of form-js, which describe a page and not its data, are left to other hosts. */
export function embeddedForms(process: ModdleElement, file: string): FormSource[] {
  const element = process.id ?? null;
  return children(child(process, 'extensionElements'), 'values').flatMap((value) => {
    const json = text(value, 'body');
    if (value.$type !== 'zeebe:UserTaskForm' || value.id === undefined || json === undefined) return [];
    return /"components"\s*:/.test(json) ? [] : [{ name: value.id, file, element, json }];
  });
}

/** Puts the forms of a deployment into the graph; what is no form is an error. */
export async function readForms(graph: Graph, sources: FormSource[]): Promise<Problem[]> {
  if (sources.length === 0) return [];
  // Loaded only where there are forms: most deployments have none, and the commands start faster without.
  const { readForm } = await import('./form.ts');
  const forms: Record<string, FormSchema> = {};
  const problems: Problem[] = [];
  for (const { name, file, element, json } of sources) {
    try {
      if (Object.hasOwn(forms, name)) throw new Error(`there are two forms called "${name}"`);
      forms[name] = readForm(JSON.parse(json) as FormSchema).schema;
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      problems.push({
        code: 'invalid_form',
        severity: 'error',
        file,
        element,
        message: {
          vi: `Biểu mẫu "${name}" không phải JSON Schema hợp lệ: ${detail}.`,
          en: `The form "${name}" is no valid JSON Schema: ${detail}.`,
        },
      });
    }
  }
  graph.forms = forms;
  return problems;
}
