/// <reference types="vite/client" />

// These packages ship ES modules without saying so in their package.json. TypeScript's `nodenext` then takes them for
// CommonJS and wraps the default export, which the bundler does not. The declarations state what the bundler gives.

declare module 'antd/es/locale/vi_VN.js' {
  import type { Locale } from 'antd/es/locale/index.d.ts';

  const locale: Locale;
  export default locale;
}

declare module 'antd/es/locale/en_US.js' {
  import type { Locale } from 'antd/es/locale/index.d.ts';

  const locale: Locale;
  export default locale;
}

/** The part of bpmn-js that the pages use. */
declare module 'bpmn-js/lib/NavigatedViewer.js' {
  export interface BpmnElement {
    id: string;
    type: string;
    businessObject: {
      name?: string;
      extensionElements?: { values?: { $type: string; processId?: string }[] };
    };
  }

  interface Box {
    x: number;
    y: number;
    width: number;
    height: number;
  }

  interface Canvas {
    zoom(level: 'fit-viewport' | number, center?: 'auto'): number;
    zoom(): number;
    addMarker(element: string, marker: string): void;
    /** Moves the view so that the element lies inside it, `padding` away from the edges. */
    scrollToElement(element: string, padding?: number): void;
    removeMarker(element: string, marker: string): void;
    viewbox(): { outer: { width: number; height: number }; inner: Box };
    viewbox(box: Box): void;
  }

  interface ElementRegistry {
    get(id: string): BpmnElement | undefined;
    filter(test: (element: BpmnElement) => boolean): BpmnElement[];
  }

  interface EventBus {
    on(event: 'element.click', handler: (event: { element: BpmnElement }) => void): void;
  }

  export default class NavigatedViewer {
    constructor(options: { container: HTMLElement });
    importXML(xml: string): Promise<{ warnings: unknown[] }>;
    get(service: 'canvas'): Canvas;
    get(service: 'elementRegistry'): ElementRegistry;
    get(service: 'eventBus'): EventBus;
    destroy(): void;
  }
}
