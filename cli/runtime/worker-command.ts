import { join } from 'node:path';
import { projectDir } from '../environment.ts';

/**
 * Arguments of `node` that run the worker. Without the limit each of its heaps grows with the machine's memory rather
 * than with its work; 256 MB hold several hundred open dossiers. docker-compose.yml says the same.
 */
export const workerCommand = ['--max-old-space-size=256', join(projectDir, 'cli/worker.ts')];
