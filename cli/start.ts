import { projectDir, readEnvironment } from './environment.ts';
import { openDataDir } from './runtime/data-dir.ts';
import { runMain } from './runtime/main.ts';
import { assertPortFree } from './runtime/ports.ts';
import { createProcessGroup } from './runtime/processes.ts';
import { createProgress } from './runtime/progress.ts';
import { listenForStop } from './runtime/stop-signal.ts';

/**
 * `npm start`: everything Vinh Danh needs, on this machine, until Ctrl+C. For trying and for development; production
 * runs the same api and worker by docker-compose.yml.
 */
await runMain(async () => {
  const environment = readEnvironment(process.env);
  const dataDir = await openDataDir(environment.dataDir, [projectDir]);
  const group = createProcessGroup(dataDir.remember);
  const stop = listenForStop(group.killAll);
  try {
    await assertPortFree(environment.port, environment.host);
    // A second's worth of modules: what can be told without them has been told by now.
    const { launch } = await import('./runtime/launch.ts');
    const progress = createProgress((line) => console.log(line));
    await Promise.race([stop.wish, launch({ environment, dataDir, group, progress })]);
  } finally {
    await group.stopAll();
    await dataDir.release();
  }
});
