import { errorCatalogue } from '../errors.ts';
import { escapeHtml } from './escape-html.ts';
import type { JsonSchema, OpenApiDocument, Operation } from './openapi.ts';

/** The OpenAPI document as one self-contained page for people. */
export function docsPage(document: OpenApiDocument): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method,
      path,
      operation,
    })),
  );
  const byTag = Object.groupBy(operations, ({ operation }) => operation.tags[0] ?? '');
  const schemas = Object.entries(document.components.schemas);
  const tags = Object.keys(byTag);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(document.info.title)} API</title>
<style>${styles}</style>
</head>
<body>
<header><h1>${escapeHtml(document.info.title)} API</h1>
<p>${escapeHtml(document.info.description)} Machine-readable: <a href="/api/openapi.json">openapi.json</a>.</p>
<nav>${tags.map((tag) => `<a href="#${escapeHtml(tag)}">${escapeHtml(tag)}</a>`).join(' ')} <a href="#errors">Errors</a> <a href="#schemas">Schemas</a></nav></header>
<main>
${tags.map((tag) => `<section id="${escapeHtml(tag)}"><h2>${escapeHtml(tag)}</h2>${(byTag[tag] ?? []).map(operationHtml).join('')}</section>`).join('\n')}
<section id="errors"><h2>Errors</h2><p>Answers of type <code>application/problem+json</code>; <code>code</code> never changes.</p>${errorTable()}</section>
<section id="schemas"><h2>Schemas</h2>${schemas.map(([name, schema]) => schemaHtml(name, schema)).join('')}</section>
</main>
</body>
</html>`;
}

function operationHtml({
  method,
  path,
  operation,
}: {
  method: string;
  path: string;
  operation: Operation;
}): string {
  const parameters = operation.parameters.map(
    ({ name, in: place, required, schema }) =>
      `<tr><td><code>${escapeHtml(name)}</code></td><td>${escapeHtml(place)}${required ? ', needed' : ''}</td><td>${typeHtml(schema)}</td></tr>`,
  );
  const body = Object.entries(operation.requestBody?.content ?? {}).map(
    ([type, { schema }]) => `<tr><td>body</td><td>${escapeHtml(type)}</td><td>${typeHtml(schema)}</td></tr>`,
  );
  const answers = Object.entries(operation.responses).map(([status, { description, content }]) => {
    const [type, schema] = Object.entries(content ?? {}).map(([t, c]) => [t, c.schema] as const)[0] ?? [
      '',
      undefined,
    ];
    return `<tr><td>${escapeHtml(status)}</td><td>${escapeHtml(type)}</td><td>${typeHtml(schema)} ${escapeHtml(description)}</td></tr>`;
  });
  return `<details><summary><b class="${method}">${method.toUpperCase()}</b> <code>${escapeHtml(path)}</code> ${escapeHtml(operation.summary)}</summary>
<table>${[...parameters, ...body].join('')}</table><table>${answers.join('')}</table></details>`;
}

function errorTable(): string {
  const rows = Object.entries(errorCatalogue).map(
    ([code, { status, vi, en }]) =>
      `<tr id="error-${code}"><td><code>${code}</code></td><td>${status}</td><td>${escapeHtml(en)}<br><span lang="vi">${escapeHtml(vi)}</span></td></tr>`,
  );
  return `<table>${rows.join('')}</table>`;
}

function schemaHtml(name: string, schema: JsonSchema): string {
  return `<details id="schema-${escapeHtml(name)}"><summary><code>${escapeHtml(name)}</code></summary><pre>${escapeHtml(JSON.stringify(schema, null, 2))}</pre></details>`;
}

/** A reference as a link to its schema, everything else by its type. */
function typeHtml(schema: JsonSchema | undefined): string {
  if (!schema) return '';
  const { $ref: reference, type, format, enum: values } = schema;
  if (typeof reference === 'string') {
    const name = reference.split('/').at(-1) ?? '';
    return `<a href="#schema-${escapeHtml(name)}">${escapeHtml(name)}</a>`;
  }
  if (Array.isArray(values)) return escapeHtml(values.join(' | '));
  return escapeHtml([type, format].filter((part) => part !== undefined).join(' '));
}

const styles = `
body { font: 15px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 1000px; padding: 1rem; color: #222; }
h1, h2 { color: #8f1a1f; } nav a { margin-right: .8em; }
summary { cursor: pointer; padding: .3em 0; } details { border-bottom: 1px solid #ddd; }
b { display: inline-block; min-width: 4.5em; } .get { color: #17623b; } .delete { color: #b01e23; }
table { border-collapse: collapse; margin: .5em 0; width: 100%; } td { border: 1px solid #ddd; padding: .2em .5em; vertical-align: top; overflow-wrap: anywhere; }
pre { background: #f6f6f6; overflow: auto; padding: .7em; }`;
