/** Whether a file holds decisions: by the namespace of its root element, not by the file's name: models also come without one. */
export function isDmn(xml: string): boolean {
  const [, prefix = '', attributes = ''] =
    /<(?:(\w[\w.-]*):)?definitions\b([^>]*)/i.exec(xml.slice(0, 20_000)) ?? [];
  const name = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
  const namespace = new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1] ?? '';
  return namespace.includes('/DMN/') || namespace.includes('/dmn');
}
