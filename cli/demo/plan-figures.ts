import type { PlanItemInput } from '../../api/contract/plans.ts';

/** Numbers of reports that a department assigns to the provincial offices: 2021, round 1 and round 2 of 2022. */
type Reports = [before: number, first: number, second: number];

/**
 * What the departments of source 001 propose. The source gives the sums (379 of 2021, 354 after round 1, 269 after round 2; two
 * of the fourteen unchanged); how they are shared out is invented. The Office of the GSO does not answer.
 */
export const reportsOfDepartments: Record<string, Reports> = {
  TCCB: [12, 12, 12],
  TKTH: [40, 37, 28],
  TKQG: [30, 28, 21],
  NLTS: [45, 42, 30],
  CNXD: [40, 37, 27],
  TMDV: [42, 39, 28],
  GIA: [35, 33, 25],
  DSLD: [38, 36, 26],
  XHMT: [30, 28, 22],
  KHTC: [14, 14, 12],
  TTDL: [28, 26, 19],
  VKH: [5, 4, 4],
  PPCD: [12, 11, 9],
  PCTT: [8, 7, 6],
};
export const silentDepartment = 'VPTC';

/** Opinions on the draft: nine were asked, three of them had comments (invented). */
export const opinions: Record<string, string | null> = {
  TKTH: null,
  TKQG: 'Đề nghị lùi thời hạn báo cáo ước tính quý sang ngày 27.',
  NLTS: null,
  CNXD: null,
  TMDV: 'Đề nghị bỏ báo cáo trùng với chế độ báo cáo cấp quốc gia.',
  GIA: null,
  DSLD: null,
  XHMT: null,
  TTDL: 'Đề nghị thống nhất báo cáo với các Vụ nghiệp vụ.',
};

/** Reports of 50 points that the four departments with a function assign to the units of the GSO in 2021: 2,700 points. */
const reportsOfFunctions: Record<string, number> = { TCCB: 14, VPTC: 16, KHTC: 14, PCTT: 10 };
export const functions = Object.keys(reportsOfFunctions);

/** The two reports that TCCB adds for 2022, and why the total rises by 100 points (source 001). */
const addedReports: PlanItemInput[] = [
  ['KNC', 'Báo cáo đề nghị tặng Kỷ niệm chương “Vì sự nghiệp thống kê Việt Nam”'],
  ['DTBD', 'Danh sách đăng ký nhu cầu đào tạo, bồi dưỡng, tập huấn năm 2022'],
].map(([code = '', name = '']) => ({
  code: `TCCB-${code}`,
  name,
  kind: 'report',
  dueMonths: [9],
  pointsEach: 50,
  reason: 'Báo cáo mới của năm 2022.',
}));

/** Items of a department: so many reports, in turn by the quarters. */
export function reports(department: string, count: number, pointsEach: number): PlanItemInput[] {
  return Array.from({ length: count }, (_, i) => ({
    code: `${department}-${String(i + 1).padStart(2, '0')}`,
    name: `Báo cáo thống kê số ${i + 1} (${department})`,
    kind: 'report' as const,
    dueMonths: [[3], [6], [9], [3, 6, 9]][i % 4] ?? [3],
    pointsEach,
  }));
}

/** What a department with a function assigns in a plan year. */
export function functionReports(department: string, year: 2021 | 2022): PlanItemInput[] {
  const base = reports(department, reportsOfFunctions[department] ?? 0, 50);
  return year === 2022 && department === 'TCCB' ? [...base, ...addedReports] : base;
}
