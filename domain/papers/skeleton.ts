import { type Actual, type Aim, outcomeOf } from '../campaigns/target.ts';
import { basisPoints } from '../percent.ts';
import type { PaperDraft } from './draft.ts';
import { type OfficePaperKind, paperForms } from './forms.ts';
import type { LineKind, OutlineLine } from './outline.ts';

/** What is still to be written: a paper that holds such a line is not finished. */
export const toBeWritten = '…';

/** A campaign as its papers tell it. */
export interface CampaignFacts {
  name: string;
  theme: string | null;
  criteria: readonly string[];
  /** Waves and themes under it. */
  parts: readonly {
    kind: 'regular' | 'wave' | 'theme';
    name: string;
    startsOn: string;
    endsOn: string | null;
  }[];
  targets: readonly {
    name: string;
    alternatives: readonly { name: string; aim: Aim; actual: Actual | null }[];
  }[];
}

export interface SkeletonFacts {
  kind: OfficePaperKind;
  unitName: string;
  /** Month of issue that is thought of, `YYYY-MM`. */
  plannedFor: string;
  campaign: CampaignFacts | null;
  /** The regulation that is replaced or repealed, cited. */
  replaces: string | null;
}

/**
 * A first draft in the skeleton of its kind: a plan or launching in that of source 003, with waves, themes and targets of the
 * campaign; a review with what was reached of each target; a regulation with the chapters that it needs.
 */
export function skeletonOf(facts: SkeletonFacts): PaperDraft {
  const { kind, unitName, plannedFor, campaign } = facts;
  const { isDecision } = paperForms[kind];
  return {
    title: titleOf(facts),
    bases: [],
    opening: isDecision ? null : openingOf(facts),
    lines: lineMakers[kind](campaign ?? nothing),
    recipients: [],
    filing: 'VT, TĐKT',
    onBehalfOf: null,
    plannedFor,
    executors: isDecision
      ? `Thủ trưởng các đơn vị thuộc ${unitName} và các tập thể, cá nhân có liên quan`
      : null,
    effectiveFrom: kind === 'repeal' ? `${plannedFor}-01` : null,
    overlay: null,
  };
}

const nothing: CampaignFacts = { name: '', theme: null, criteria: [], parts: [], targets: [] };

function titleOf({ kind, unitName, plannedFor, campaign, replaces }: SkeletonFacts): string {
  const year = plannedFor.slice(0, 4);
  const movement = campaign ? `“${campaign.name}”` : `năm ${year}`;
  const titles: Record<OfficePaperKind, string> = {
    plan: campaign ? campaign.name : `Thi đua năm ${year}`,
    launch: `Phát động phong trào thi đua ${movement}`,
    interim_review: `Sơ kết phong trào thi đua ${movement}`,
    final_review: `Tổng kết phong trào thi đua ${movement}`,
    regulation: `Thi đua, khen thưởng của ${unitName}`,
    repeal: `Bãi bỏ ${replaces ?? toBeWritten}`,
  };
  return titles[kind];
}

const openingOf = ({ kind, unitName, campaign }: SkeletonFacts): string =>
  paperForms[kind].type === 'BC'
    ? `${unitName} báo cáo kết quả phong trào thi đua “${campaign?.name ?? toBeWritten}” như sau:`
    : `${unitName} xây dựng Kế hoạch này, cụ thể như sau:`;

const line = (kind: LineKind, text: string): OutlineLine => ({ kind, text });
const gap = line('paragraph', toBeWritten);

const launching = (campaign: CampaignFacts): OutlineLine[] => [
  line('part', 'Mục đích, yêu cầu'),
  line('section', 'Mục đích'),
  gap,
  line('section', 'Yêu cầu'),
  gap,
  line('part', 'Nội dung, tổ chức và nhiệm vụ thi đua'),
  line('section', 'Nội dung thi đua'),
  ...(campaign.theme === null ? [gap] : [line('paragraph', `Chủ đề thi đua: “**${campaign.theme}**”.`)]),
  ...campaign.criteria.map((criterion) => line('dash', ended(criterion))),
  line('section', 'Tổ chức thi đua'),
  ...partsOf(campaign),
  line('section', 'Nhiệm vụ thi đua'),
  ...orGap(
    campaign.targets.map(({ name, alternatives }) => line('dash', `${name}: ${aimsOf(alternatives)};`)),
  ),
  line('part', 'Tổ chức thực hiện'),
  gap,
];

const review = ({ targets }: CampaignFacts): OutlineLine[] => [
  line('part', 'Kết quả thực hiện'),
  line('section', 'Công tác chỉ đạo, tổ chức phong trào'),
  gap,
  line('section', 'Kết quả thực hiện các chỉ tiêu'),
  ...orGap(targets.map((target) => line('dash', `${target.name}: ${resultOf(target.alternatives)};`))),
  line('part', 'Đánh giá'),
  line('section', 'Ưu điểm'),
  gap,
  line('section', 'Hạn chế, nguyên nhân'),
  gap,
  line('part', 'Phương hướng, nhiệm vụ'),
  gap,
];

const regulation = (): OutlineLine[] => [
  line('chapter', 'Quy định chung'),
  line('article', 'Phạm vi điều chỉnh, đối tượng áp dụng'),
  gap,
  line('article', 'Nguyên tắc thi đua, khen thưởng'),
  gap,
  line('chapter', 'Danh hiệu thi đua, hình thức khen thưởng'),
  line('article', 'Tiêu chuẩn, tỷ lệ'),
  gap,
  line('chapter', 'Tổ chức thực hiện'),
  line('article', 'Trách nhiệm thi hành'),
  gap,
];

const lineMakers: Record<OfficePaperKind, (campaign: CampaignFacts) => OutlineLine[]> = {
  plan: launching,
  launch: launching,
  interim_review: review,
  final_review: review,
  regulation,
  repeal: () => [],
};

function partsOf({ parts }: CampaignFacts): OutlineLine[] {
  const waves = parts
    .filter(({ kind }) => kind === 'wave')
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  const others = parts.filter(({ kind }) => kind !== 'wave');
  return orGap([
    ...waves.map(({ name, startsOn, endsOn }) =>
      line('dash', `${name}, từ ngày ${day(startsOn)}${endsOn === null ? '' : ` đến ngày ${day(endsOn)}`};`),
    ),
    ...others.map(({ name }) => line('dash', `Phong trào thi đua “${name}”;`)),
  ]);
}

const orGap = (lines: OutlineLine[]): OutlineLine[] => (lines.length > 0 ? lines : [gap]);

type Ways = CampaignFacts['targets'][number]['alternatives'];

const aimsOf = (ways: Ways): string => ways.map(({ name, aim }) => aimOf(name, aim)).join(', hoặc ');

function aimOf(name: string, { kind, atLeast, strict, ...aim }: Aim): string {
  if (kind === 'rank') return `${name}: tăng ${strict ? 'trên' : 'từ'} ${atLeast} bậc`;
  const wanted = kind === 'share' ? `${percent(atLeast)}%` : thousands.format(atLeast);
  const base = 'base' in aim ? ` ${aim.base}` : '';
  return strict ? `trên ${wanted}${base}` : `từ ${wanted}${base} trở lên`;
}

/** What was reached by each way that is known, and whether the target is met by it. */
function resultOf(ways: Ways): string {
  const told = ways.flatMap(({ aim, actual }) => {
    if (actual === null) return [];
    const met = outcomeOf(aim, actual) === 'met' ? 'đạt chỉ tiêu' : 'chưa đạt chỉ tiêu';
    return [`${reachedOf(aim, actual)} (${met} ${aimOf('', aim).replace(/^: /u, '')})`];
  });
  return told.length > 0 ? told.join('; ') : `chưa có số liệu (chỉ tiêu: ${aimsOf(ways)})`;
}

function reachedOf({ kind }: Aim, { value, against }: Actual): string {
  if (against === null) return thousands.format(value);
  if (kind === 'rank') return `từ vị thứ ${against} đến vị thứ ${value}`;
  const share = against < 1 ? '' : ` (${percent(basisPoints(value, against))}%)`;
  return `${thousands.format(value)}/${thousands.format(against)}${share}`;
}

const thousands = new Intl.NumberFormat('vi-VN');

/** `98,49` for 9849 hundredths of a percent. */
const percent = (hundredths: number): string => {
  const whole = Math.trunc(hundredths / 100);
  const rest = hundredths % 100;
  return rest === 0 ? `${whole}` : `${whole},${String(rest).padStart(2, '0')}`;
};

const day = (date: string): string => date.split('-').reverse().join('/');
const ended = (text: string): string => `${text.replace(/[.;]$/u, '')};`;
