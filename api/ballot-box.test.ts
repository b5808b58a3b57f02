import { expect, test } from 'vitest';
import { BallotSecrets, newReceipt, sealedBytes } from './ballot-box.ts';

const secret = 'a ballot secret of the tests which is long enough';
const secrets = new BallotSecrets([secret]);
const [session, member, item] = ['s-1', 'm-1', 'i-1'];
const box = secrets.box(session, secrets.currentId);
const place = box.place(member, item);
const content = { choice: 'against', receipt: newReceipt() } as const;

test('a ballot opens with what it was sealed with', () => {
  for (const choice of ['for', 'against', 'abstain'] as const) {
    const sealed = box.seal(place, 1, { ...content, choice });
    expect(box.open(place, 1, sealed)).toEqual({ ...content, choice });
  }
});

test('the same member finds the same place again, nobody else does', () => {
  expect(box.place(member, item)).toEqual(place);
  const others = [
    box.place('m-2', item),
    box.place(member, 'i-2'),
    secrets.box('s-2', secrets.currentId).place(member, item),
  ];
  for (const other of others) expect(other).not.toEqual(place);
});

test('sealed ballots have one length and never look the same twice', () => {
  const sealed = (['for', 'for', 'against', 'abstain'] as const).map((choice) =>
    box.seal(place, 1, { ...content, choice }),
  );
  expect(sealed.map(({ length }) => length)).toEqual([sealedBytes, sealedBytes, sealedBytes, sealedBytes]);
  expect(new Set(sealed.map((bytes) => bytes.toString('hex'))).size).toBe(4);
});

const other = new BallotSecrets(['another ballot secret of the tests, long']);
test.each<[string, () => unknown]>([
  ['in another place', () => box.open(box.place('m-2', item), 1, box.seal(place, 1, content))],
  ['under another version', () => box.open(place, 2, box.seal(place, 1, content))],
  [
    'in another session',
    () => secrets.box('s-2', secrets.currentId).open(place, 1, box.seal(place, 1, content)),
  ],
  [
    'with another secret',
    () => other.box(session, other.currentId).open(place, 1, box.seal(place, 1, content)),
  ],
  [
    'with a changed bit',
    () => {
      const sealed = box.seal(place, 1, content);
      sealed[14] = (sealed[14] ?? 0) ^ 1;
      return box.open(place, 1, sealed);
    },
  ],
  ['cut off', () => box.open(place, 1, Buffer.alloc(0))],
])('a ballot does not open %s', (_, open) => {
  expect(open).toThrow(expect.objectContaining({ code: 'ballot_box_damaged' }));
});

test('after a change of the secret, sessions opened under the old one still open while it is kept', () => {
  const sealed = box.seal(place, 1, content);
  const rotated = new BallotSecrets(['a new ballot secret, which is long enough', secret]);
  expect(rotated.currentId).not.toBe(secrets.currentId);
  expect(rotated.box(session, secrets.currentId).open(place, 1, sealed)).toEqual(content);
  const dropped = new BallotSecrets(['a new ballot secret, which is long enough']);
  expect(() => dropped.box(session, secrets.currentId)).toThrow(
    expect.objectContaining({ code: 'ballot_secret_missing' }),
  );
});

test.each([[[]], [['too short']]])('no boxes without a secret that is long enough: %j', (wrong) => {
  expect(() => new BallotSecrets(wrong)).toThrow(RangeError);
});
