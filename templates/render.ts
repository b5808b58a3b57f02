import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars, { type RuntimeOptions } from 'handlebars';

/** Values a template may show: plain data, every field present (null where there is none). */
export type TemplateData = { [name: string]: unknown };

const folder = import.meta.dirname;
const partialFolder = join(folder, 'documents', 'partials');

const handlebars = Handlebars.create();
for (const file of readdirSync(partialFolder)) {
  handlebars.registerPartial(
    file.replace(/\.(hbs|css)$/, ''),
    readFileSync(join(partialFolder, file), 'utf8'),
  );
}

/** Only what a template names itself is reached: no prototype, no helper but Handlebars' own blocks. */
const runtime: RuntimeOptions = { allowProtoMethodsByDefault: false, allowProtoPropertiesByDefault: false };
const knownHelpers = { if: true, unless: true, each: true, with: true, log: false, lookup: false };

const compiled = new Map<string, HandlebarsTemplateDelegate<TemplateData>>();

/**
 * Fills an HTML template; every value is escaped.
 * @param name path under `templates/` without `.hbs`, e.g. `documents/decision`
 * @throws if the template names a field that `data` does not have
 */
export function renderHtml(name: string, data: TemplateData): string {
  return template(name, false)(data, runtime);
}

/**
 * Fills a template of plain text, where nothing is escaped. The result must not be used as HTML.
 * @throws if the template names a field that `data` does not have
 */
export function renderText(name: string, data: TemplateData): string {
  return template(name, true)(data, runtime);
}

function template(name: string, plainText: boolean): HandlebarsTemplateDelegate<TemplateData> {
  const key = `${plainText ? 'text' : 'html'}:${name}`;
  let found = compiled.get(key);
  if (found === undefined) {
    found = handlebars.compile<TemplateData>(readFileSync(join(folder, `${name}.hbs`), 'utf8'), {
      strict: true,
      knownHelpers,
      knownHelpersOnly: true,
      noEscape: plainText,
    });
    compiled.set(key, found);
  }
  return found;
}
