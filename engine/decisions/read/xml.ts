/** DMN's XML as a tree of its own elements; foreign elements (diagrams, vendors' extensions) are left out. */
import { Parser } from 'saxen';

/** The namespaces of DMN 1.1 to 1.6: their elements have the same names. */
const DMN_NAMESPACES = [
  'http://www.omg.org/spec/DMN/20151101/dmn.xsd',
  'http://www.omg.org/spec/DMN/20180521/MODEL/',
  'https://www.omg.org/spec/DMN/20191111/MODEL/',
  'https://www.omg.org/spec/DMN/20211108/MODEL/',
  'https://www.omg.org/spec/DMN/20230324/MODEL/',
  'https://www.omg.org/spec/DMN/20240513/MODEL/',
];

export interface XmlElement {
  /** Local name, e.g. `decisionTable`. */
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

/** The text is no XML, or no DMN. */
export class XmlError extends Error {}

/** Parses a DMN file; throws `XmlError`. */
export function parseXml(xml: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open: XmlElement[] = [root];
  const fail = (error: Error) => {
    throw new XmlError(error.message.split('\n')[0]);
  };
  const parser = new Parser()
    .ns(Object.fromEntries(DMN_NAMESPACES.map((namespace, i) => [namespace, i === 0 ? 'dmn' : `dmn${i}`])))
    .on('error', fail)
    .on('openTag', (qualified, attributes, decode) => {
      const own = /^dmn\d?:/.test(qualified);
      const element: XmlElement = {
        name: qualified.replace(/^dmn\d?:/, ''),
        attributes: {},
        children: [],
        text: '',
      };
      for (const [key, value] of Object.entries(attributes())) element.attributes[key] = decode(value);
      // A foreign element is read, so that what it holds is left out with it, but hangs nowhere.
      if (own) open.at(-1)?.children.push(element);
      open.push(element);
    })
    .on('closeTag', () => {
      open.pop();
    })
    .on('text', (text, decode) => {
      const element = open.at(-1);
      if (element) element.text += decode(text);
    })
    .on('cdata', (text) => {
      const element = open.at(-1);
      if (element) element.text += text;
    });
  parser.parse(xml);
  const [definitions] = root.children;
  if (definitions?.name !== 'definitions') throw new XmlError('The file has no DMN definitions');
  return definitions;
}

export function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((candidate) => candidate.name === name);
}

export function children(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((candidate) => candidate.name === name);
}
