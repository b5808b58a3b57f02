import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { closePdf } from '../activities/pdf.ts';
import type { DossierDetail, SubmitResult } from '../api/contract/index.ts';
import { demoPassword } from '../db/seed/accounts.ts';
import { seedId } from '../db/seed/seed-id.ts';
import { expectOk, Journey } from './demo/journey.ts';
import { demoPapers, printPaper } from './demo/papers.ts';

export interface DemoOptions {
  /** Address of the API. */
  baseUrl: string;
  /** Takes one line per step. */
  log: (line: string) => void;
  /** Folder for the decision's PDF. */
  outDir: string;
}

const clerkLogin = 'clerk.tkth';
const unitCode = 'TCTK-TKTH';
const nomineeLogin = 'tkth.03';
const period = { periodFrom: 2022, periodTo: 2026 };

/**
 * Plays one dossier of a national emulation fighter (Chiến sĩ thi đua toàn quốc) from the unit's vote to the Prime
 * Minister's numbered decision, by the public API alone. Returns the path of the decision's PDF.
 * @throws JourneyError when a step does not come or is refused
 */
export async function playDemo({ baseUrl, log, outDir }: DemoOptions): Promise<string> {
  const journey = new Journey({ baseUrl, password: demoPassword, log });
  const dossier = await startDossier(journey);
  log(`Dossier ${dossier.code} started: ${dossier.title}`);
  const clerk = await journey.as(clerkLogin);
  expectOk(await clerk.post<SubmitResult>(`/api/dossiers/${dossier.id}/submit`));
  log('Submitted; the process has started');
  const closed = await journey.follow(dossier.id);
  const decision = closed.papers.find(({ documentId }) => documentId !== null);
  if (!decision) throw new Error(`dossier ${closed.code} closed without a printed decision`);
  const content = await clerk.download(`/api/documents/${decision.documentId}/content`);
  await mkdir(outDir, { recursive: true });
  const path = join(outDir, `${decision.symbol?.replaceAll('/', '-') ?? closed.code}.pdf`);
  await writeFile(path, content);
  log(`Decision ${decision.symbol} issued; its PDF is in ${path}`);
  return path;
}

/** A draft with its nominee and papers. */
async function startDossier(journey: Journey): Promise<DossierDetail> {
  const clerk = await journey.as(clerkLogin);
  const dossier = expectOk(
    await clerk.post<DossierDetail>('/api/dossiers', {
      awardCode: 'CSTDTQ',
      unitId: seedId('unit', unitCode),
      ...period,
    }),
  );
  const { name } = expectOk(
    await clerk.post<{ name: string }>(`/api/dossiers/${dossier.id}/nominations`, {
      kind: 'person',
      personId: seedId('person', nomineeLogin),
      achievement: 'Hai lần liên tục là Chiến sĩ thi đua cấp bộ; sáng kiến áp dụng trong toàn ngành.',
    }),
  );
  try {
    for (const paper of demoPapers(name, dossier.unit.name, dossier.awardNameVi, period.periodTo)) {
      const file = { name: `${paper.title}.pdf`, content: await printPaper(paper) };
      expectOk(await clerk.upload(`/api/dossiers/${dossier.id}/documents`, file, { kind: paper.kind }));
    }
  } finally {
    await closePdf();
  }
  return dossier;
}
