import { expect, test } from 'vitest';
import { readParticipant, writtenParticipant } from './participant.ts';

test.each([
  ['a text among texts', 'Bộ Tài chính', ['Bộ Y tế'], { element: 'Bộ Tài chính' }],
  ['a text that looks like JSON, among texts', '5', ['4'], { element: '5' }],
  ['a context among contexts', '{"agency": "tax"}', [{ agency: 'police' }], { element: { agency: 'tax' } }],
  ['what is no JSON among contexts', 'tax', [{ agency: 'police' }], undefined],
  ['nothing', '  ', ['a'], undefined],
])('%s', (_what, text, others, read) => {
  expect(readParticipant(text, others)).toEqual(read);
});

test('a participant is shown as it is typed', () => {
  expect(['a', { b: 1 }, 5, null].map(writtenParticipant)).toEqual(['a', '{"b":1}', '5', '']);
});
