import { decisionContent } from '../activities/papers/decision-content.ts';
import { decisionFacts } from '../activities/papers/facts.ts';
import { closePdf, renderPdf } from '../activities/pdf.ts';
import { renderHtml } from '../templates/render.ts';
import { numberedDecision } from '../test/fixtures/numbered-decision.ts';
import { median, percentile, startDatabase } from './servers.ts';

/** From the facts in the database to the printed decision, Chromium running: milliseconds. */
async function pdf() {
  const { database, stop } = await startDatabase();
  try {
    const print = async (nominees: number, times: number) => {
      const { paper } = await numberedDecision(database.db, { award: 'KNC', nominees });
      const taken: number[] = [];
      // The first one starts Chromium and is not counted.
      for (let n = 0; n <= times; n++) {
        const from = performance.now();
        await renderPdf(
          renderHtml('documents/decision', decisionContent(await decisionFacts(database.db, paper))),
        );
        if (n > 0) taken.push(performance.now() - from);
      }
      return { p50: median(taken), p95: percentile(taken, 95) };
    };
    return { oneNominee: await print(1, 40), nominees1125: await print(1125, 5) };
  } finally {
    await closePdf();
    await stop();
  }
}

console.log(JSON.stringify({ benchmark: 'pdf', ...(await pdf()) }));
