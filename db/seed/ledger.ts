import type { annualRatings, initiatives, ledgerAwards, ledgerStatements } from '../schema/index.ts';
import { demoPeople, demoStart } from './people.ts';
import { seedId } from './seed-id.ts';

const proposingUnits = ['TCTK-TKTH', 'TCTK-TCCB', 'CTK-NINHTHUAN'];
const years = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025];
const staff = demoPeople.filter(({ unit }) => proposingUnits.includes(unit));

const entered = { source: 'entry' as const, recordedAt: new Date(`${demoStart}T00:00:00Z`) };

/** Whom the demo's dossier proposes as a national emulation fighter: everything the law asks for is there. */
const fighter = 'tkth.03';
/** Whom a complaint stands against, so that the demo shows a nominee who is not eligible. */
const examined = 'tkth.04';

/** Awards of eight years, invented: everybody an advanced worker, every third a fighter of the unit, one of the ministry. */
export function ledgerAwardRows(): (typeof ledgerAwards.$inferInsert)[] {
  return staff.flatMap(({ login }, n) =>
    years.flatMap((year) =>
      awardsOf(login, n, year).map(({ awardCode, issuer, decider, unit }) => ({
        id: seedId('ledger', `${login}/${awardCode}/${year}`),
        personId: seedId('person', login),
        awardCode,
        fromYear: year,
        year,
        decisionSymbol: `${100 + n}/QĐ-${issuer}`,
        decidedOn: `${year}-12-20`,
        decider,
        deciderUnitId: seedId('unit', unit),
        ...entered,
      })),
    ),
  );
}

function awardsOf(login: string, n: number, year: number) {
  const general = { unit: 'TCTK', issuer: 'TCTK', decider: 'Tổng cục Thống kê' };
  const isFighter = login === fighter;
  return [
    { awardCode: 'LDTT', ...general },
    ...(isFighter || (n + year) % 3 === 0 ? [{ awardCode: 'CSTDCS', ...general }] : []),
    ...(isFighter && year >= 2024
      ? [{ awardCode: 'CSTD_BO', unit: 'BKHDT', issuer: 'BKHĐT', decider: 'Bộ Kế hoạch và Đầu tư' }]
      : []),
  ];
}

export function ratingRows(): (typeof annualRatings.$inferInsert)[] {
  return staff.flatMap(({ login }, n) =>
    years.map((year) => ({
      id: seedId('ledger', `${login}/rating/${year}`),
      personId: seedId('person', login),
      year,
      rating: login === fighter || (n + year) % 4 === 0 ? ('excellent' as const) : ('good' as const),
      ...entered,
    })),
  );
}

export function initiativeRows(): (typeof initiatives.$inferInsert)[] {
  return staff
    .filter(({ login }, n) => login === fighter || n % 3 === 0)
    .map(({ login }) => ({
      id: seedId('ledger', `${login}/initiative`),
      personId: seedId('person', login),
      name: 'Rút ngắn thời gian tổng hợp số liệu quý',
      year: 2025,
      scope: login === fighter ? ('national' as const) : ('unit' as const),
      decisionSymbol: login === fighter ? '420/QĐ-BKHĐT' : '951/QĐ-TCTK',
      ...entered,
    }));
}

/** The personnel office vouches for everybody's record since 2018. */
export function statementRows(): (typeof ledgerStatements.$inferInsert)[] {
  return staff.map(({ login }) => ({
    id: seedId('ledger', `${login}/statement`),
    personId: seedId('person', login),
    awardsCompleteFrom: years[0] ?? null,
    initiativesComplete: true,
    disciplineComplete: true,
    underExamination: login === examined,
    ...entered,
  }));
}
