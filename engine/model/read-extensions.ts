/** Camunda 8's extension elements (`zeebe:*`) of an activity or event. */
import { textOrFeel } from './expression.ts';
import type { CalledDecision, JobDefinition, Mapping, TaskDefinition } from './graph.ts';
import { children, extension, type ModdleElement, text } from './moddle.ts';

export function readMappings(
  element: ModdleElement,
  property: 'inputParameters' | 'outputParameters',
): Mapping[] {
  return children(extension(element, 'zeebe:IoMapping'), property).flatMap((parameter) => {
    const target = text(parameter, 'target');
    const source = text(parameter, 'source');
    if (target === undefined) return [];
    return [{ source: source === undefined ? { value: null } : textOrFeel(source), target: target.trim() }];
  });
}

export function readJob(element: ModdleElement): JobDefinition | undefined {
  const definition = extension(element, 'zeebe:TaskDefinition');
  const type = text(definition, 'type');
  if (type === undefined) return undefined;
  return { type: textOrFeel(type), retries: textOrFeel(text(definition, 'retries') ?? '3') };
}

export function readHeaders(element: ModdleElement): Record<string, string> {
  return pairs(children(extension(element, 'zeebe:TaskHeaders'), 'values'), 'key');
}

export function readProperties(element: ModdleElement): Record<string, string> {
  return pairs(children(extension(element, 'zeebe:Properties'), 'properties'), 'name');
}

function pairs(elements: ModdleElement[], key: string): Record<string, string> {
  return Object.fromEntries(
    elements.flatMap((element) => {
      const name = text(element, key);
      return name === undefined ? [] : [[name, text(element, 'value') ?? '']];
    }),
  );
}

export function readTask(element: ModdleElement): TaskDefinition {
  const assignment = extension(element, 'zeebe:AssignmentDefinition');
  const schedule = extension(element, 'zeebe:TaskSchedule');
  const expressions = {
    assignee: text(assignment, 'assignee'),
    candidateGroups: text(assignment, 'candidateGroups'),
    candidateUsers: text(assignment, 'candidateUsers'),
    dueDate: text(schedule, 'dueDate'),
    followUpDate: text(schedule, 'followUpDate'),
    priority: text(extension(element, 'zeebe:PriorityDefinition'), 'priority'),
  };
  const properties = readProperties(element);
  const task: TaskDefinition = { reminders: readReminders(properties) };
  const excluded = listed(properties.excludeDecidersOf);
  if (excluded.length > 0) task.excludeDecidersOf = excluded;
  const form = extension(element, 'zeebe:FormDefinition');
  const named = text(form, 'formId') ?? text(form, 'externalReference') ?? text(form, 'formKey');
  if (named !== undefined) task.form = named.replace(embeddedForm, '');
  for (const [name, value] of Object.entries(expressions)) {
    if (value !== undefined) task[name as keyof typeof expressions] = textOrFeel(value);
  }
  return task;
}

/** How Camunda Modeler refers to a `zeebe:userTaskForm` of the process. */
const embeddedForm = /^camunda-forms:bpmn:/;

/** What stands between the commas of a property. */
function listed(value = ''): string[] {
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** `remindBefore` "3,1", `remindOverdue` "1", `escalateAfter` "2": working days from the due date. */
function readReminders(properties: Record<string, string>): TaskDefinition['reminders'] {
  const days = (name: string) =>
    listed(properties[name])
      .map((day) => Number.parseInt(day, 10))
      .filter((day) => Number.isInteger(day) && day >= 0 && day <= 1000);
  return [
    // Not -0, which JSON would turn into 0 and thus into another value.
    ...days('remindBefore').map((day) => ({ kind: 'before' as const, offset: 0 - day })),
    ...days('remindOverdue').map((day) => ({ kind: 'overdue' as const, offset: day })),
    ...days('escalateAfter').map((day) => ({ kind: 'escalation' as const, offset: day })),
  ];
}

export function readCalledDecision(element: ModdleElement): CalledDecision | undefined {
  const called = extension(element, 'zeebe:CalledDecision');
  const decision = text(called, 'decisionId');
  if (decision === undefined) return undefined;
  const result = text(called, 'resultVariable');
  return { decision: textOrFeel(decision), ...(result === undefined ? {} : { result }) };
}
