import type { LegalDocument, OfficePaper, OfficePaperDetail } from '../../api/contract/index.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import type { ApiClient } from './api-client.ts';
import { expectOk } from './journey.ts';
import { legalDocuments, planOf003 } from './source-003.ts';

const unitId = seedId('unit', 'CTK-NINHTHUAN');

/**
 * Enters the legal documents that source 003 cites and its plan, by the public API alone, and hands the draft on. What an earlier
 * start has entered stays as it is.
 */
export async function playOfficePapers(
  as: (login: string) => Promise<ApiClient>,
): Promise<OfficePaperDetail> {
  const clerk = await as('clerk.ninhthuan');
  const path = '/api/office-papers';
  const { items } = expectOk(
    await clerk.get<{ items: OfficePaper[] }>(`${path}?unitId=${unitId}&kind=launch`),
  );
  const cited = await enterDocuments(clerk);
  const paper =
    items[0] ??
    expectOk(
      await clerk.post<OfficePaperDetail>(path, {
        unitId,
        kind: 'launch',
        campaignId: seedId('campaign', 'NINHTHUAN-2023'),
        plannedFor: '2023-01',
      }),
    );
  const of = (symbol: string) => {
    const found = cited.find((document) => document.symbol === symbol);
    if (!found) throw new Error(`the demo has no legal document ${symbol}`);
    return found;
  };
  const directives = ['34-CT/TW', '52-CT/TU'].map((symbol) => of(symbol).shortCitation).join(' và ');
  const draft = planOf003(of('01/CT-UBND').id, of('54/NQ-HĐND').shortCitation, directives);
  if (paper.version === 1) expectOk(await clerk.put(`${path}/${paper.id}`, { version: 1, draft }));
  if (!paper.isUnderWay && paper.status === 'draft')
    expectOk(await clerk.post(`${path}/${paper.id}/start`, { commenters: [] }));
  return expectOk(await clerk.get<OfficePaperDetail>(`${path}/${paper.id}`));
}

async function enterDocuments(clerk: ApiClient): Promise<LegalDocument[]> {
  const path = '/api/legal-documents';
  const { items } = expectOk(await clerk.get<{ items: LegalDocument[] }>(`${path}?pageSize=200`));
  for (const document of legalDocuments) {
    const known = items.find(({ type, symbol }) => type === document.type && symbol === document.symbol);
    if (!known) items.push(expectOk(await clerk.post<LegalDocument>(path, document)));
  }
  return items;
}
