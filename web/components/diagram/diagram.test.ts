import { describe, expect, it } from 'vitest';
import { calledProcess } from './called-process.ts';
import { openingProcess } from './opening-process.ts';

const at = (process: string, active: string[]) => ({ process, active, incidents: [] });

describe('the diagram opens where the dossier is', () => {
  it.each([
    [
      'in the innermost process that waits',
      [at('chain', ['a']), at('ministry', ['b']), at('issue', [])],
      'ministry',
    ],
    ['on the whole chain when nothing waits', [at('chain', []), at('ministry', [])], 'chain'],
    ['nowhere when there is no diagram', [], undefined],
  ])('%s', (_, processes, opened) => expect(openingProcess(processes)).toBe(opened));

  it('at an incident, too', () => {
    const stuck = { ...at('issue', []), incidents: [{ id: '1', element: 'x', code: 'c', message: 'm' }] };
    expect(openingProcess([at('chain', []), stuck])).toBe('issue');
  });
});

describe('a click opens the process that a call activity calls', () => {
  const element = (values: { $type: string; processId?: string }[]) => ({
    businessObject: { extensionElements: { values } },
  });
  it.each([
    ['a call activity', element([{ $type: 'zeebe:calledElement', processId: 'unit-level' }]), 'unit-level'],
    ['another element', element([{ $type: 'zeebe:taskDefinition' }]), null],
    ['an element without extensions', { businessObject: {} }, null],
  ])('%s', (_, clicked, called) => expect(calledProcess(clicked)).toBe(called));
});
