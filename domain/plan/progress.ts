/** How much of an item's work is done, as a task system counts it: whole numbers, 0 <= done <= tasks, tasks > 0. */
export interface Progress {
  tasks: number;
  done: number;
}

/** Points earned by progress: the share that is done of the points due, rounded half up. */
export function pointsEarned(due: number, { tasks, done }: Progress): number {
  return Math.floor((2 * due * done + tasks) / (2 * tasks));
}
