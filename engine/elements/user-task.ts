import type { Node } from '../model/graph.ts';
import type { Run } from '../run.ts';
import type { Wait } from '../state.ts';
import { remindAt } from '../time/clock.ts';
import { momentOf } from '../time/moment.ts';
import { evaluate, textOf, textsOf, unexpected } from '../variables.ts';
import type { Behaviour } from './behaviour.ts';

/** User task: opened for people, who complete it. Its reminders are waits that never move the token. */
export const userTask: Behaviour = {
  enter(run, visit, node) {
    const { task } = node;
    const due = momentOf(run, visit, task?.dueDate, node.properties?.clock);
    const followUp = momentOf(run, visit, task?.followUpDate);
    const priority = task?.priority ? evaluate(run, visit, task.priority) : 50;
    if (task?.priority && !isPriority(Number(priority))) {
      throw unexpected(task.priority, 'a priority from 0 to 100', priority);
    }
    const declaration = {
      visit: visit.id,
      process: visit.process,
      element: node.id,
      name: node.name,
      candidateGroups: textsOf(run, visit, task?.candidateGroups),
      candidateUsers: textsOf(run, visit, task?.candidateUsers),
      assignee: task?.assignee ? textOf(run, visit, task.assignee) : null,
      dueAt: due?.at ?? null,
      clock: due?.clock ?? null,
      followUpAt: followUp?.at ?? null,
      priority: Number(priority),
      excludeDecidersOf: task?.excludeDecidersOf ?? [],
      form: task?.form !== undefined && run.graph.forms?.[task.form] ? task.form : null,
      headers: { ...node.properties, ...node.headers },
      variables: visit.variables ?? {},
    };
    visit.work = 'task';
    if (due) {
      visit.due = due;
      run.setWaits(visit, [...visit.waits, ...reminders(run, node, due.at)]);
    }
    run.emit({ type: 'openTask', task: declaration });
  },
};

const isPriority = (value: number) => Number.isInteger(value) && value >= 0 && value <= 100;

function reminders(run: Run, node: Node, due: string | null): Wait[] {
  return (node.task?.reminders ?? []).map(({ kind, offset }, index) => ({
    type: 'reminder',
    event: node.id,
    index,
    kind,
    offset,
    due: remindAt(due, offset, run.state.calendar),
  }));
}
