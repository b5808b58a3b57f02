import { isUnconfirmed, type Source } from '../law/source.ts';
import { allCriteria, type Criteria, type CriterionRule, type Way } from './criteria.ts';
import type { Needed } from './measures.ts';
import { element, text, type Xml } from './xml.ts';

const namespace = 'https://vinhdanh.vn/rules/eligibility';

/** Outcomes of a criterion, as DMN lists allowed values. */
const outcomeValues = '"met","not_met","unknown"';

/** The decision that answers everything at once: the verdict and every outcome by the id of its decision. */
export const answerDecision = 'answer';

/**
 * The criteria of an award as a DMN 1.3 file, which opens in Camunda Modeler and is what runs. From bottom to top: the ledger
 * (what the nominee's record shows, as measures), a table per criterion, a decision per way to meet the standard, the verdict.
 * The same criteria always give the same text.
 */
export function decisionModel(title: string, criteria: Criteria): string {
  const rules = allCriteria(criteria);
  const verdictNeeds = [...criteria.principles.map(({ id }) => id), ...criteria.ways.map(({ id }) => id)];
  const outcomes = [...rules.map(({ id }) => id), ...criteria.ways.map(({ id }) => id)];
  const rows: Row[] = [
    [{ id: answerDecision, needs: ['verdict', ...outcomes] }],
    [{ id: 'verdict', needs: verdictNeeds }],
    criteria.ways.map((way) => ({ id: way.id, needs: criteriaOfWay(way).map(({ id }) => id) })),
    rules.map(({ id }) => ({ id, needs: ['ledger'] })),
    [{ id: 'ledger', needs: [] }],
  ];
  const xml = element(
    'definitions',
    {
      xmlns: 'https://www.omg.org/spec/DMN/20191111/MODEL/',
      'xmlns:dmndi': 'https://www.omg.org/spec/DMN/20191111/DMNDI/',
      'xmlns:dc': 'http://www.omg.org/spec/DMN/20180521/DC/',
      'xmlns:di': 'http://www.omg.org/spec/DMN/20180521/DI/',
      'xmlns:modeler': 'http://camunda.org/schema/modeler/1.0',
      id: 'eligibility',
      name: title,
      namespace,
      'modeler:executionPlatform': 'Camunda Cloud',
      'modeler:executionPlatformVersion': '8.7.0',
    },
    answer(outcomes),
    verdict(criteria, verdictNeeds),
    ...criteria.ways.map(way),
    ...rules.map(criterion),
    knowledge('allOf', combination('not_met', 'met')),
    knowledge('anyOf', combination('met', 'not_met')),
    element(
      'inputData',
      { id: 'ledger', name: 'ledger' },
      element('description', {}, text('Sổ khen thưởng, thành tích / What the record shows')),
      element('variable', { id: 'ledger_variable', name: 'ledger' }),
    ),
    diagram(rows),
  );
  // One element a line, so that two versions can be compared; text never holds a bare `>`.
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml.replaceAll('><', '>\n<')}\n`;
}

/**
 * One outcome decides, else one that is not known, else the other: of conditions that must all hold one that does not
 * decides, of alternatives one that does.
 */
function combination(decides: string, otherwise: string): string {
  return `if list contains(outcomes, "${decides}") then "${decides}" else if list contains(outcomes, "unknown") then "unknown" else "${otherwise}"`;
}

function answer(outcomes: readonly string[]): Xml {
  const entries = ['verdict', ...outcomes].map((id) => `${id}: ${id}`);
  return decision(
    answerDecision,
    'Kết luận và từng tiêu chí',
    ['verdict', ...outcomes],
    [],
    [literal(`{ ${entries.join(', ')} }`)],
  );
}

function verdict({ principles, ways }: Criteria, needs: readonly string[]): Xml {
  const all = [...principles.map(({ id }) => id), `anyOf([${ways.map(({ id }) => id).join(', ')}])`];
  return decision(
    'verdict',
    'Kết luận',
    needs,
    ['allOf', 'anyOf'],
    [
      element(
        'decisionTable',
        { id: 'verdict_table', hitPolicy: 'UNIQUE' },
        input(
          'verdict',
          'Nguyên tắc và một cách đạt tiêu chuẩn',
          `allOf([${all.join(', ')}])`,
          outcomeValues,
        ),
        element('output', { id: 'verdict_output', name: 'verdict', typeRef: 'string' }),
        ...rule('verdict', [
          [['"met"'], 'eligible', 'Đủ điều kiện / Eligible'],
          [['"not_met"'], 'not_eligible', 'Không đủ điều kiện / Not eligible'],
          [['"unknown"'], 'needs_judgement', 'Cần người có thẩm quyền xem xét / Needs a person’s judgement'],
        ]),
      ),
    ],
  );
}

function criteriaOfWay({ criteria, alternatives }: Way): CriterionRule[] {
  return [...criteria, ...alternatives.flat()];
}

function way(one: Way): Xml {
  const all = one.criteria.map(({ id }) => id);
  const groups = one.alternatives.map((group) => `allOf([${group.map(({ id }) => id).join(', ')}])`);
  if (groups.length > 0) all.push(`anyOf([${groups.join(', ')}])`);
  return decision(
    one.id,
    `Tiêu chuẩn${one.point === null ? '' : ` điểm ${one.point}`}`,
    criteriaOfWay(one).map(({ id }) => id),
    ['allOf', 'anyOf'],
    [literal(`allOf([${all.join(', ')}])`)],
    cited(one.source),
  );
}

/**
 * A criterion's table. What is certain is enough: it holds. What is possible is not enough: it does not, unless the rule is one
 * that a lawyer has still to confirm, which asks a person instead. Else it is not known.
 */
function criterion({ id, name, needed, text: asked, source }: CriterionRule): Xml {
  const { of, threshold } = bounds(name, needed);
  const refusal = isUnconfirmed(source)
    ? ([['-', `< ${threshold}`], 'unknown', 'Quy định chưa được xác nhận / The rule is unconfirmed'] as const)
    : ([['-', `< ${threshold}`], 'not_met', 'Không đạt / Not met'] as const);
  return decision(
    id,
    asked.vi,
    ['ledger'],
    [],
    [
      element(
        'decisionTable',
        { id: `${id}_table`, hitPolicy: 'FIRST' },
        input(`${id}_certain`, 'Ít nhất', of('atLeast')),
        input(`${id}_possible`, 'Nhiều nhất', of('atMost')),
        element(
          'output',
          { id: `${id}_output`, name: 'outcome', typeRef: 'string' },
          element('outputValues', { id: `${id}_outcomes` }, element('text', {}, text(outcomeValues))),
        ),
        element('annotation', { name: 'Căn cứ' }),
        ...rule(id, [
          [[`>= ${threshold}`, '-'], 'met', cited(source)],
          [refusal[0], refusal[1], `${refusal[2]}. ${cited(source)}`],
          [['-', '-'], 'unknown', 'Chưa đủ dữ liệu / Not enough is known'],
        ]),
      ),
    ],
    `${asked.vi} / ${asked.en}. ${cited(source)}`,
  );
}

/** A share is tested as `100 x part - percent x whole >= 0`, so that nothing is rounded. */
function bounds(name: string, needed: Needed): { of: (bound: string) => string; threshold: number } {
  if ('count' in needed) return { of: (bound) => `ledger.${name}.${bound}`, threshold: needed.count };
  const whole = `${needed.percent} * ledger.${name}.of`;
  return { of: (bound) => `100 * ledger.${name}.${bound} - ${whole}`, threshold: 0 };
}

const cited = ({ citation, grade }: Source) => `${citation} (${grade})`;

function decision(
  id: string,
  name: string,
  needs: readonly string[],
  knowledge: readonly string[],
  logic: readonly Xml[],
  description?: string,
): Xml {
  return element(
    'decision',
    { id, name },
    ...(description === undefined ? [] : [element('description', {}, text(description))]),
    element('variable', { id: `${id}_variable`, name: id }),
    ...needs.map((need) =>
      element(
        'informationRequirement',
        { id: `${id}_needs_${need}` },
        element(need === 'ledger' ? 'requiredInput' : 'requiredDecision', { href: `#${need}` }),
      ),
    ),
    ...knowledge.map((name) =>
      element(
        'knowledgeRequirement',
        { id: `${id}_uses_${name}` },
        element('requiredKnowledge', { href: `#${name}` }),
      ),
    ),
    ...logic,
  );
}

function knowledge(name: string, expression: string): Xml {
  return element(
    'businessKnowledgeModel',
    { id: name, name },
    element('variable', { id: `${name}_variable`, name }),
    element(
      'encapsulatedLogic',
      { id: `${name}_logic` },
      element('formalParameter', { id: `${name}_outcomes`, name: 'outcomes' }),
      literal(expression),
    ),
  );
}

function literal(expression: string): Xml {
  return element('literalExpression', {}, element('text', {}, text(expression)));
}

function input(id: string, label: string, expression: string, values?: string): Xml {
  return element(
    'input',
    { id: `${id}_input`, label },
    element('inputExpression', { id: `${id}_expression` }, element('text', {}, text(expression))),
    ...(values === undefined
      ? []
      : [element('inputValues', { id: `${id}_values` }, element('text', {}, text(values)))]),
  );
}

function rule(
  id: string,
  rows: readonly (readonly [tests: readonly string[], outcome: string, annotation: string])[],
): Xml[] {
  return rows.map(([tests, outcome, annotation], r) =>
    element(
      'rule',
      { id: `${id}_rule_${r + 1}` },
      ...tests.map((test, t) =>
        element('inputEntry', { id: `${id}_rule_${r + 1}_test_${t + 1}` }, element('text', {}, text(test))),
      ),
      element(
        'outputEntry',
        { id: `${id}_rule_${r + 1}_outcome` },
        element('text', {}, text(`"${outcome}"`)),
      ),
      element('annotationEntry', {}, element('text', {}, text(annotation))),
    ),
  );
}

type Row = { id: string; needs: readonly string[] }[];
const size = { width: 180, height: 80, across: 220, down: 160 };

/** One row a layer, an arrow from what is needed to what needs it. */
function diagram(rows: readonly Row[]): Xml {
  const placed = new Map(
    rows.flatMap((row, r) =>
      row.map(({ id }, i) => [id, { x: 80 + i * size.across, y: 80 + r * size.down }] as const),
    ),
  );
  const shapes = [...placed].map(([id, { x, y }]) =>
    element(
      'dmndi:DMNShape',
      { id: `${id}_shape`, dmnElementRef: id },
      element('dc:Bounds', { x, y, width: size.width, height: size.height }),
    ),
  );
  const edges = rows.flat().flatMap(({ id, needs }) =>
    needs.flatMap((need) => {
      const [from, to] = [placed.get(need), placed.get(id)];
      if (!from || !to) return [];
      const middle = size.width / 2;
      return element(
        'dmndi:DMNEdge',
        { id: `${id}_needs_${need}_edge`, dmnElementRef: `${id}_needs_${need}` },
        element('di:waypoint', { x: from.x + middle, y: from.y }),
        element('di:waypoint', { x: to.x + middle, y: to.y + size.height }),
      );
    }),
  );
  return element(
    'dmndi:DMNDI',
    {},
    element('dmndi:DMNDiagram', { id: 'eligibility_diagram' }, ...shapes, ...edges),
  );
}
