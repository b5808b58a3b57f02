import { runtimeOf } from '../../decisions/evaluate.ts';
import type { Process } from '../graph.ts';
import { notRunnable, perNode, type Rule, warning } from './rule.ts';

/** What an element needs to be run: the process it calls, the decision, the condition, the message. */
export const references: Rule = perNode((node, process, { graph }) => {
  const { called, decision, kind } = node;
  const problems = [];
  if (kind === 'callActivity' && !called) {
    problems.push(
      notRunnable(process, 'call_activity_without_process', {
        vi: 'Hoạt động gọi chưa cho biết quy trình được gọi.',
        en: 'The call activity does not say which process it calls.',
      }),
    );
  }
  if (called && 'value' in called.process && !graph.processes[String(called.process.value)]) {
    problems.push(
      notRunnable(process, 'called_process_not_found', {
        vi: `Không có quy trình "${called.process.value}" trong lần triển khai này.`,
        en: `There is no process "${called.process.value}" in this deployment.`,
      }),
    );
  }
  if (called && 'value' in called.process && !canBeCalled(graph.processes[String(called.process.value)])) {
    problems.push(
      notRunnable(process, 'called_process_without_start', {
        vi: `Quy trình "${called.process.value}" được gọi nhưng chỉ bắt đầu bằng sự kiện; phải có một sự kiện bắt đầu không loại.`,
        en: `The process "${called.process.value}" is called, but only events start it; it must have a none start event.`,
      }),
    );
  }
  if (
    decision &&
    'value' in decision.decision &&
    !runtimeOf(graph.decisions).find(String(decision.decision.value))
  ) {
    problems.push(
      notRunnable(process, 'called_decision_not_found', {
        vi: `Không có quyết định "${decision.decision.value}" trong lần triển khai này.`,
        en: `There is no decision "${decision.decision.value}" in this deployment.`,
      }),
    );
  }
  if (node.events?.some((event) => event.type === 'conditional' && !event.condition)) {
    problems.push(
      notRunnable(process, 'event_without_condition', {
        vi: 'Sự kiện điều kiện chưa có điều kiện.',
        en: 'The conditional event has no condition.',
      }),
    );
  }
  if (kind === 'serviceTask' && node.job?.implied) {
    problems.push(
      warning('no_job_type', {
        vi: 'Tác vụ dịch vụ chưa có loại công việc; mã phần tử được dùng thay.',
        en: 'The service task has no job type; the id of the element stands for it.',
      }),
    );
  }
  return problems;
});

/** A process to be called has a start that waits for nothing (BPMN 2.0.2, 10.5.2); one that is not there is told otherwise. */
function canBeCalled(process: Process | undefined): boolean {
  const { starts = [], implicit = [] } = process?.nodes[process.id]?.scope ?? {};
  return starts.length === 0 || implicit.length > 0 || starts.some((id) => !process?.nodes[id]?.events);
}
