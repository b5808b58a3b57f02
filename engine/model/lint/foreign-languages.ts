import type { Expression } from '../graph.ts';
import { extension, text } from '../moddle.ts';
import { notRunnable, perElement, perProcess, type Rule, warning } from './rule.ts';

/** Expressions are FEEL: one that the model declares as something else, or that is JUEL, is not evaluated. */
export const foreignExpressions: Rule = perProcess((process) => {
  const elements = [...Object.values(process.nodes), ...Object.values(process.flows)];
  return elements.flatMap((element) =>
    foreignIn(element).map(({ text: expression, language }) => ({
      ...notRunnable(process, 'foreign_language', {
        vi: `Biểu thức "${expression}" viết bằng ${language}; ở đây chỉ tính được FEEL.`,
        en: `The expression "${expression}" is written in ${language}; only FEEL is evaluated here.`,
      }),
      file: process.file,
      element: element.id,
    })),
  );
});

function foreignIn(value: unknown): Extract<Expression, { language: string }>[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('text' in value && 'language' in value) return [value as Extract<Expression, { language: string }>];
  return Object.values(value).flatMap(foreignIn);
}

/** A script in another language than FEEL is not run here: it is a job for the host, which a job type says outright. */
export const foreignScripts: Rule = perElement((task) => {
  const format = text(task, 'scriptFormat') ?? text(task, 'scriptLanguage');
  const isScript = task.$type === 'bpmn:ScriptTask' || task.$type === 'bpmn:GlobalScriptTask';
  if (!isScript || (extension(task, 'zeebe:TaskDefinition') ?? extension(task, 'zeebe:Script'))) return [];
  if (format === undefined) return text(task, 'script') === undefined ? [] : [withoutFormat];
  if (/feel/i.test(format)) return [];
  return [
    warning('foreign_script', {
      vi: `Kịch bản viết bằng ${format} không chạy ở đây; nó là công việc "${task.id}" cho bên ngoài.`,
      en: `The script is written in ${format} and not run here; it is the job "${task.id}" for a worker.`,
    }),
  ];
});

/** The standard asks for the format of every script (BPMN 2.0.2, table 10.13); here it can only be FEEL. */
const withoutFormat = warning('script_without_format', {
  vi: 'Kịch bản chưa ghi ngôn ngữ (scriptFormat); nó được đọc là FEEL.',
  en: 'The script does not say its language (scriptFormat); it is read as FEEL.',
});
