/** What `cases.json` of the suite holds; see the suite's own README for the meaning of each field. */

export interface Case {
  name: string;
  model: string;
  judge: 'trace' | 'final' | 'none';
  features: string[];
  pools?: Record<string, string | null>;
  steps: Step[];
  expected: Line[];
  counts: Record<string, Counts>;
  openAtEnd: string[];
  raceDependent?: Record<string, Partial<Record<'entered' | 'completed' | 'open', [number, number]>>>;
}

export type Step =
  | { do: 'configure'; element: string; activeOutgoing: string[] }
  | { do: 'wait'; element: string }
  | { do: 'start'; process: string; element: string; implicit?: boolean }
  | { do: 'trigger'; element: string; kind: Trigger; event?: string; instance?: { ofStep?: number } }
  | { do: 'signal'; element: string; source: string; target: string }
  | { do: 'check'; from: number; to: number }
  | { do: 'checkEnded'; ofStep: number }
  | { do: 'checkNothingRunning' };

type Trigger = 'catchEvent' | 'boundaryEvent' | 'eventSubProcessStart' | 'continue';

export interface Line {
  action: 'createScope' | 'enter' | 'signal' | 'exit' | 'destroyScope';
  element: string;
  scope: string | null;
}

export type Counts = { type: string } & Partial<
  Record<
    | 'entered'
    | 'completed'
    | 'interrupted'
    | 'terminated'
    | 'cancelled'
    | 'threw'
    | 'joined'
    | 'decided'
    | 'open'
    | 'compensated'
    | 'neverStarted',
    number
  >
>;
