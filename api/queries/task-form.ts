import { eq, sql } from 'drizzle-orm';
import type { Executor } from '../../db/client.ts';
import { processDefinitions } from '../../db/schema/index.ts';
import { type Form, readForm } from '../../engine/model/form.ts';
import type { FormSchema } from '../../engine/model/graph.ts';
import type { CommandContext } from '../context.ts';
import type { TaskForm } from '../contract/tasks.ts';
import { ApiError } from '../errors.ts';
import type { TaskRow } from '../policies/tasks.ts';
import { readableTask } from './tasks.ts';

/** Forms read so far, by definition and name: a definition never changes, and preparing a schema takes milliseconds. */
const known = new Map<string, Form>();

/** The form whose data complete the task, as it was when the task was opened; null where it asks for none. */
export async function formOf(
  db: Executor,
  { form: name, formDefinitionId: definitionId }: Pick<TaskRow, 'form' | 'formDefinitionId'>,
): Promise<Form | null> {
  if (name === null || definitionId === null) return null;
  const key = `${definitionId} ${name}`;
  const form = known.get(key) ?? (await load(db, definitionId, name));
  if (form) known.set(key, form);
  return form;
}

/** The order of the fields is that of the file: jsonb, which holds the graph, keeps none. */
async function load(db: Executor, definitionId: string, name: string): Promise<Form | null> {
  const [row] = await db
    .select({
      schema: sql<FormSchema | null>`${processDefinitions.graph} -> 'forms' -> ${name}`,
      file: sql<string | null>`${processDefinitions.resources} ->> ${`${name}.schema.json`}`,
    })
    .from(processDefinitions)
    .where(eq(processDefinitions.id, definitionId));
  if (!row?.schema) return null;
  return readForm(row.file === null ? row.schema : (JSON.parse(row.file) as FormSchema));
}

/** The form of a task, with what it was filled in with. @throws ApiError task_not_found, task_without_form */
export async function getTaskForm(context: CommandContext, taskId: string): Promise<TaskForm> {
  const task = await readableTask(context, taskId);
  const form = await formOf(context.db, task);
  if (!form) throw new ApiError('task_without_form');
  return { schema: form.schema, data: task.formData };
}
