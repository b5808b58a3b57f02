import type { ItemFacts } from './facts.ts';

const results = {
  passed: 'Thông qua',
  failed: 'Không thông qua',
  returned: 'Trả lại để bổ sung',
  removed: 'Đưa ra khỏi chương trình',
  undecided: 'Chưa có kết quả',
};

/** Row of a table of votes. Counts are empty where there was no vote. */
export interface OutcomeRow {
  [field: string]: string;
  seq: string;
  name: string;
  post: string;
  /** Ballots handed out: members who could vote on it. */
  issued: string;
  collected: string;
  inFavour: string;
  against: string;
  abstained: string;
  /** Votes in favour over the denominator, and how many were needed. */
  share: string;
  needed: string;
  result: string;
}

/** What became of an item, as papers print it. */
export function outcomeRow({ item, title, subtitle }: ItemFacts, index: number): OutcomeRow {
  const { inFavour, against, abstained, missing, total, needed, result } = item;
  const voted = inFavour !== null && against !== null && abstained !== null;
  const collected = voted ? inFavour + against + abstained : 0;
  const shown = (count: number | null) => (voted && count !== null ? String(count) : '');
  return {
    seq: String(index + 1),
    // A further ballot on the same matter is a row of its own.
    name: item.round === 1 ? title : `${title} (lần ${item.round})`,
    post: subtitle,
    issued: shown(collected + (missing ?? 0)),
    collected: shown(collected),
    inFavour: shown(inFavour),
    against: shown(against),
    abstained: shown(abstained),
    share: voted ? `${inFavour}/${total}` : '',
    needed: shown(needed),
    result: result === null ? '' : results[result],
  };
}

/** The agenda as what calls the members together lists it: each dossier or other subject with the number of its matters. */
export function agendaBySubject(items: ItemFacts[]) {
  return bySubject(items).map(({ first, items: ofSubject }) => ({
    code: first.subjectCode,
    award: first.proposal,
    unit: first.unitName,
    count: String(ofSubject.length),
  }));
}

/** `xét 12 trường hợp trong 2 hồ sơ` */
export const agendaInWords = (items: ItemFacts[]): string =>
  `xét ${items.length} trường hợp trong ${bySubject(items).length} hồ sơ`;

/** Items that stand together in a paper: those of one dossier or other subject. */
export function bySubject(items: ItemFacts[]): { first: ItemFacts; items: ItemFacts[] }[] {
  return [...Map.groupBy(items, ({ subjectId }) => subjectId).values()].flatMap((group) =>
    group[0] ? [{ first: group[0], items: group }] : [],
  );
}
