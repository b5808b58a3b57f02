import { expect, test } from 'vitest';
import { compile } from '../compile.ts';
import { simulate } from '../simulate.ts';
import type { Variables } from '../types.ts';

const bpmn = `
  <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="t">
    <process id="P" isExecutable="true">
      <businessRuleTask id="A">
        <extensionElements><zeebe:calledDecision decisionId="grade" resultVariable="grade"/></extensionElements>
      </businessRuleTask>
    </process>
  </definitions>`;

const dmn = (hitPolicy: string) => `
  <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="t">
    <inputData id="points-input" name="points"><variable id="v" name="points" typeRef="number"/></inputData>
    <decision id="grade" name="grade">
      <informationRequirement id="r"><requiredInput href="#points-input"/></informationRequirement>
      <decisionTable id="t" hitPolicy="${hitPolicy}">
        <input id="i"><inputExpression id="e"><text>points</text></inputExpression></input>
        <output id="o" name="grade"/>
        <rule id="r1"><inputEntry id="a"><text>&gt;= 90</text></inputEntry><outputEntry id="x"><text>"xuất sắc"</text></outputEntry></rule>
        <rule id="r2"><inputEntry id="b"><text>&gt;= 70</text></inputEntry><outputEntry id="y"><text>"tốt"</text></outputEntry></rule>
      </decisionTable>
    </decision>
  </definitions>`;

async function run(hitPolicy: string, variables: Variables) {
  const { graph, problems } = await compile({ 'p.bpmn': bpmn, 'd.dmn': dmn(hitPolicy) });
  // A deploy would refuse the overlap under UNIQUE; here the run shall show it.
  const others = problems.filter(({ code }) => code !== 'overlapping_rules');
  expect(others.filter(({ severity }) => severity === 'error')).toEqual([]);
  return simulate(graph, { processes: ['P'], variables });
}

test.each([
  [95, 'xuất sắc'],
  [70, 'tốt'],
  [10, null],
])(
  'the decision of the deployment is evaluated with the variables in scope: %i points are %s',
  async (points, grade) => {
    expect((await run('FIRST', { points })).variables).toEqual({ points, grade });
  },
);

test('a decision that cannot be made is an incident at the task', async () => {
  const { ended, incidents } = await run('UNIQUE', { points: 95 });
  expect(ended).toBe(false);
  expect(incidents.map(({ element, code }) => [element, code])).toEqual([['A', 'decision_failed']]);
});
