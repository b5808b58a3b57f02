import type { Locale } from '../../api/contract/index.ts';
import { formatDate } from '../format/dates.ts';

/** One field of a form as a page shows it. */
export interface SchemaField {
  name: string;
  label: string;
  help: string | undefined;
  required: boolean;
  input: 'checkbox' | 'number' | 'date' | 'choice' | 'choices' | 'line' | 'paragraph';
  /** For `choice` and `choices`. */
  options: { value: string | number; label: string }[];
  minimum: number | undefined;
  maximum: number | undefined;
  maxLength: number | undefined;
}

/** The keywords that a field is made from. A deployment has checked that the schema is valid JSON Schema. */
interface Property {
  type?: string;
  format?: string;
  title?: string;
  'x-title-en'?: string;
  description?: string;
  'x-description-en'?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  enum?: (string | number)[];
  oneOf?: { const: string | number; title?: string; 'x-title-en'?: string }[];
  items?: Property;
}

/** Texts longer than this get several lines. */
const lineLength = 200;

/**
 * The fields of a task's form (JSON Schema), in its order; the verdict has its own place on the page. What the schema
 * describes in a way that no field shows is left out, and the server says what is missing.
 */
export function fieldsOf(schema: Record<string, unknown>, locale: Locale): SchemaField[] {
  const { properties = {}, required = [] } = schema as {
    properties?: Record<string, Property | boolean>;
    required?: string[];
  };
  return Object.entries(properties).flatMap(([name, field]) => {
    if (name === 'verdict' || typeof field === 'boolean') return [];
    const of = field.type === 'array' ? (field.items ?? {}) : field;
    return [
      {
        name,
        label: titleOf(field, locale) ?? name,
        help: locale === 'en' ? (field['x-description-en'] ?? field.description) : field.description,
        required: required.includes(name),
        input: inputOf(field),
        options: optionsOf(of, locale),
        minimum: field.minimum,
        maximum: field.maximum,
        maxLength: field.maxLength,
      },
    ];
  });
}

/** What the form is called; undefined where it has no name. */
export const formTitle = (schema: Record<string, unknown>, locale: Locale): string | undefined =>
  titleOf(schema as Property, locale);

/** What was filled in, as a reader sees it. */
export function shownValue(field: SchemaField, value: unknown, words: { yes: string; no: string }): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (Array.isArray(value)) return value.map((part) => shownValue(field, part, words)).join(', ');
  if (field.input === 'date') return formatDate(String(value));
  return field.options.find((option) => option.value === value)?.label ?? String(value);
}

function titleOf(
  described: { title?: string | undefined; 'x-title-en'?: string | undefined },
  locale: Locale,
) {
  return locale === 'en' ? (described['x-title-en'] ?? described.title) : described.title;
}

function inputOf(field: Property): SchemaField['input'] {
  if (field.type === 'boolean') return 'checkbox';
  if (field.type === 'integer' || field.type === 'number') return 'number';
  if (field.type === 'array') return 'choices';
  if (field.enum || field.oneOf) return 'choice';
  if (field.format === 'date') return 'date';
  return (field.maxLength ?? 0) > lineLength ? 'paragraph' : 'line';
}

function optionsOf({ enum: values, oneOf }: Property, locale: Locale): SchemaField['options'] {
  if (oneOf) {
    return oneOf.map((option) => ({
      value: option.const,
      label: titleOf(option, locale) ?? String(option.const),
    }));
  }
  return (values ?? []).map((value) => ({ value, label: String(value) }));
}
