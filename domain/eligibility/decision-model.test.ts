import { DmnModdle } from 'dmn-moddle';
import { describe, expect, test } from 'vitest';
import { compileDecisions } from '../../engine/decisions/compile.ts';
import { evaluateDecision } from '../../engine/decisions/evaluate.ts';
import { law, law98 } from '../../test/nominees.ts';
import { parseRuleSet } from '../law/load.ts';
import { eligibilityDmn } from './eligibility.ts';

const kinds = ['person', 'collective'] as const;
const models = [law98, law].flatMap((set) =>
  set.awards.flatMap((award) =>
    kinds
      .filter((kind) => award.standards[kind])
      .map((kind) => ({ set: set.id, award: award.code, kind, dmn: eligibilityDmn(set, award.code, kind) })),
  ),
);

test('every award of every set in force is a decision model that compiles without a problem', () => {
  expect(models.length).toBeGreaterThan(120);
  const refused = models.flatMap(({ set, award, kind, dmn }) =>
    compileDecisions([{ name: `${award}.dmn`, xml: dmn }]).problems.map(
      ({ message }) => `${set} ${award} ${kind}: ${message.en}`,
    ),
  );
  expect(refused).toEqual([]);
});

test('Camunda Modeler’s own reader takes every model without a warning', async () => {
  for (const { dmn, award } of models) {
    const { warnings } = await new DmnModdle().fromXML(dmn);
    expect(warnings, award).toEqual([]);
  }
});

test('ids are unique, arrows end at elements that exist, and every criterion names article and grade', () => {
  for (const { dmn, award } of models) {
    const ids = [...dmn.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size, award).toBe(ids.length);
    for (const [, href] of dmn.matchAll(/ href="#([^"]+)"/g)) expect(ids).toContain(href);
    const criteria = [
      ...dmn.matchAll(/<decision id="(?:principle|way_\d+_)[^"]*"[^>]*>[\s\S]*?<\/decision>/g),
    ];
    expect(criteria.length, award).toBeGreaterThan(0);
    for (const [criterion] of criteria) expect(criterion).toMatch(/\([ABCU]\)<\/text>\s<\/annotationEntry>/);
  }
});

describe('a lawyer can ask the file itself', () => {
  const { model } = compileDecisions([{ name: 'CSTDTQ.dmn', xml: eligibilityDmn(law, 'CSTDTQ', 'person') }]);
  const yes = { atLeast: 1, atMost: 1, of: null };
  const clear = {
    nothing_under_examination: yes,
    no_measure_in_force: yes,
    achievement_not_awarded: yes,
    proposed_once: yes,
    former_unit_agrees: yes,
    women: { atLeast: 0, atMost: null, of: null },
  };
  type Bounds = [number, number | null];
  test.each<[string, Bounds, Bounds, string]>([
    ['two in a row and an initiative', [2, 2], [1, 1], 'eligible'],
    ['more than is asked', [7, 7], [3, 3], 'eligible'],
    ['one in a row, and no more is possible', [1, 1], [1, 1], 'not_eligible'],
    ['one in a row, two are possible', [1, 2], [1, 1], 'needs_judgement'],
    ['one in a row, and nothing limits it', [1, null], [1, 1], 'needs_judgement'],
    ['one that is known not to hold decides', [1, null], [0, 0], 'not_eligible'],
  ])('%s', (_, [rowFrom, rowTo], [initiativesFrom, initiativesTo], verdict) => {
    const ledger = {
      ...clear,
      CSTD_BO_in_a_row: { atLeast: rowFrom, atMost: rowTo, of: null },
      initiatives_national: { atLeast: initiativesFrom, atMost: initiativesTo, of: null },
    };
    expect(evaluateDecision(model, 'verdict', { ledger }, null).value).toBe(verdict);
  });
});

test('adding an award needs no code: a standard in the file is a decision', () => {
  const file = `id: 2030-01-01.new
name: { vi: Mới, en: New }
status: in_force
effectiveFrom: 2030-01-01
effectiveTo: null
legalBases: []
voteRules:
  half: { sharePercent: 50, strict: true, denominator: total_members, quorum: 2/3, citation: Quy chế, grade: A }
voteDefaults: { unit: half, department: half, ministry: half, central: half }
papers:
  submission: { name: { vi: Tờ trình, en: Submission }, citation: Điều 84, grade: A }
awards:
  - code: NEW
    kind: title
    name: { vi: "Danh hiệu <mới> & \\"khác\\"", en: New title }
    citation: Điều 1
    grade: A
    nominees: [collective]
    level: unit
    decider: { value: department, citation: Điều 1, grade: A }
    chain: { value: U, citation: Điều 1, grade: A }
    centralCouncil: { value: false, citation: Điều 1, grade: A }
    ballotMandatory: { value: false, citation: Điều 1, grade: A }
    standards:
      collective:
        - allOf: [{ need: members_with_award, award: NEW, percent: 70 }]
          citation: Điều 1
          grade: A
    papers: [submission]
    money: {}
    paper: { type: QĐ, subject: { vi: Về việc, en: On } }
`;
  const { ruleSet } = parseRuleSet(file, 'new.yaml');
  if (!ruleSet) throw new Error('refused');
  const { model } = compileDecisions([
    { name: 'NEW.dmn', xml: eligibilityDmn(ruleSet, 'NEW', 'collective') },
  ]);
  const verdict = (holding: number, of: number) =>
    evaluateDecision(
      model,
      'verdict',
      { ledger: { members_with_NEW: { atLeast: holding, atMost: holding, of } } },
      null,
    ).value;
  // 70 % of 13 is 9.1: nothing is rounded.
  expect([verdict(9, 13), verdict(10, 13), verdict(7, 10)]).toEqual(['not_eligible', 'eligible', 'eligible']);
});
