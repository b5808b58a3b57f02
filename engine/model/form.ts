/**
 * Forms of human tasks: JSON Schema (2020-12) of the variables that complete a task. `title` and `description` are in the
 * language of the model, `x-title-en` and `x-description-en` in English; choices with words of their own are `oneOf`
 * of `const` and `title`.
 */
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Json, Variables } from '../types.ts';
import type { FormSchema } from './graph.ts';

/** What is wrong with one field of what was filled in. */
export interface FormProblem {
  /** Names and positions from the outside in, e.g. `['papers', 0]`. */
  path: (string | number)[];
  /** Keyword of JSON Schema that does not hold, with what it asks for. */
  keyword: string;
  params: Record<string, unknown>;
}

export interface Form {
  schema: FormSchema;
  /** What does not fit, at most one problem per field; empty where all fits. */
  check(data: Variables): FormProblem[];
}

/** Keywords beside those of the standard. */
const titles = ['x-title-en', 'x-description-en'];

/** Prepares a schema for checking. Throws an Error with a sentence if it is no valid JSON Schema of an object. */
export function readForm(schema: FormSchema): Form {
  if (schema.type !== 'object') throw new Error('a form is a JSON Schema of "type": "object"');
  // What a schema misspells is refused; what it leaves unsaid (types behind `if`) is not.
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
  addFormats.default(ajv);
  for (const keyword of titles) ajv.addKeyword({ keyword, schemaType: 'string' });
  const validate = ajv.compile(schema);
  return {
    schema,
    check(data) {
      if (validate(data)) return [];
      const problems = new Map<string, FormProblem>();
      for (const error of validate.errors ?? []) {
        // Tells only that what is told beside it did not hold.
        if (error.keyword === 'if') continue;
        const path = pathOf(error);
        // The last one of a field says it best: `oneOf` comes after what each choice has against it.
        problems.set(JSON.stringify(path), { path, keyword: error.keyword, params: error.params });
      }
      return [...problems.values()];
    },
  };
}

/** The field that is wrong: one that is missing, or too many, is named by itself and not by what it should be in. */
function pathOf({ instancePath, params }: ErrorObject): (string | number)[] {
  const path = instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  const named = params.missingProperty ?? params.additionalProperty ?? params.unevaluatedProperty;
  return typeof named === 'string' ? [...path, named] : path;
}

/**
 * What of a filled form a process may know: fields that the schema names and that hold no free text (truth values,
 * numbers, dates, choices, lists of choices). Free text may speak of people and stays with the host.
 */
export function processVariables({ schema }: Form, data: Variables): Variables {
  const fields = Object.entries(asObject(schema.properties));
  return Object.fromEntries(
    fields.flatMap(([name, field]) =>
      Object.hasOwn(data, name) && !isFreeText(asObject(field)) ? [[name, data[name] as Json]] : [],
    ),
  );
}

function isFreeText(field: Record<string, Json>): boolean {
  if (['boolean', 'integer', 'number'].includes(String(field.type))) return false;
  if (field.type === 'array') return isFreeText(asObject(field.items));
  const isChoice = ['enum', 'const', 'oneOf'].some((keyword) => Object.hasOwn(field, keyword));
  return !isChoice && !(field.type === 'string' && ['date', 'date-time'].includes(String(field.format)));
}

function asObject(value: Json | undefined): Record<string, Json> {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {};
}
