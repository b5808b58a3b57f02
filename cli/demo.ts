import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { closePdf } from '../activities/pdf.ts';
import type { DossierDetail, DossierSummary, Nomination, SubmitResult } from '../api/contract/index.ts';
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
/** By its title the demo finds the dossier again that an earlier start did not bring to its end. */
const title = 'Chiến sĩ thi đua toàn quốc, hồ sơ minh họa';

/**
 * Plays one dossier of a national emulation fighter (Chiến sĩ thi đua toàn quốc) from the unit's vote to the Prime
 * Minister's numbered decision, by the public API alone; one that was broken off is played on from where it stands.
 * Returns the path of the decision's PDF.
 * @throws JourneyError when a step does not come or is refused
 */
export async function playDemo({ baseUrl, log, outDir }: DemoOptions): Promise<string> {
  const journey = new Journey({ baseUrl, password: demoPassword, log });
  const clerk = await journey.as(clerkLogin);
  const earlier = await unfinishedDossier(journey);
  const dossier = earlier ?? (await createDossier(journey));
  log(`Dossier ${dossier.code} ${earlier ? 'goes on' : 'started'}: ${dossier.title}`);
  if (dossier.status === 'draft') {
    await completeDraft(journey, dossier);
    expectOk(await clerk.post<SubmitResult>(`/api/dossiers/${dossier.id}/submit`));
    log('Submitted; the process has started');
  }
  const closed = await journey.follow(dossier.id);
  const decision = closed.papers.find(({ kind, documentId }) => kind === 'decision' && documentId !== null);
  if (!decision) throw new Error(`dossier ${closed.code} closed without a printed decision`);
  const content = await clerk.download(`/api/documents/${decision.documentId}/content`);
  await mkdir(outDir, { recursive: true });
  const path = join(outDir, `${decision.symbol?.replaceAll('/', '-') ?? closed.code}.pdf`);
  await writeFile(path, content);
  log(`Decision ${decision.symbol} issued; its PDF is in ${path}`);
  return path;
}

/** The demo's dossier of an earlier start that was ended before it was closed. */
async function unfinishedDossier(journey: Journey): Promise<DossierDetail | undefined> {
  const clerk = await journey.as(clerkLogin);
  const path = `/api/dossiers?awardCode=CSTDTQ&unitId=${seedId('unit', unitCode)}`;
  const { items } = expectOk(await clerk.get<{ items: DossierSummary[] }>(path));
  const found = items.find((one) => one.title === title && underWay.includes(one.status));
  return found && journey.dossier(clerkLogin, found.id);
}
const underWay: DossierSummary['status'][] = ['draft', 'running', 'returned', 'decided', 'issued'];

async function createDossier(journey: Journey): Promise<DossierDetail> {
  const draft = { awardCode: 'CSTDTQ', unitId: seedId('unit', unitCode), ...period, title };
  return expectOk(await (await journey.as(clerkLogin)).post<DossierDetail>('/api/dossiers', draft));
}

/** Puts in what the draft lacks of its nominee and papers. */
async function completeDraft(journey: Journey, dossier: DossierDetail): Promise<void> {
  const clerk = await journey.as(clerkLogin);
  const path = `/api/dossiers/${dossier.id}`;
  if (dossier.nominations === 0) {
    const nominee = {
      kind: 'person',
      personId: seedId('person', nomineeLogin),
      achievement: 'Hai lần liên tục là Chiến sĩ thi đua cấp bộ; sáng kiến áp dụng trong toàn ngành.',
    };
    expectOk(await clerk.post(`${path}/nominations`, nominee));
  }
  const { items } = expectOk(await clerk.get<{ items: Nomination[] }>(`${path}/nominations`));
  const papers = demoPapers(
    items[0]?.name ?? '',
    dossier.unit.name,
    dossier.awardNameVi,
    period.periodTo,
  ).filter(({ kind }) => !dossier.documents.some((document) => document.kind === kind));
  try {
    for (const paper of papers) {
      const file = { name: `${paper.title}.pdf`, content: await printPaper(paper) };
      expectOk(await clerk.upload(`${path}/documents`, file, { kind: paper.kind }));
    }
  } finally {
    await closePdf();
  }
}
