import { renderPdf } from '../../activities/pdf.ts';
import type { AttachmentKind } from '../../api/contract/documents.ts';

/** What the demo's attached papers tell. */
export interface DemoPaper {
  kind: AttachmentKind;
  title: string;
  lines: string[];
}

/** Papers of a demo dossier: everything in them is invented. */
export function demoPapers(nominee: string, unit: string, award: string, year: number): DemoPaper[] {
  return [
    {
      kind: 'submission',
      title: 'Tờ trình',
      lines: [`${unit} trình tặng danh hiệu “${award}” năm ${year} cho ${nominee}.`],
    },
    {
      kind: 'achievement_report',
      title: 'Báo cáo thành tích',
      lines: [
        `Người báo cáo: ${nominee}, ${unit}.`,
        `Hoàn thành xuất sắc nhiệm vụ các năm ${year - 4}–${year}; hai lần liên tục đạt danh hiệu Chiến sĩ thi đua cấp bộ.`,
        'Sáng kiến rút ngắn thời gian tổng hợp số liệu quý từ 12 ngày xuống 5 ngày, áp dụng trong toàn ngành.',
      ],
    },
    {
      kind: 'initiative_certificate',
      title: 'Giấy chứng nhận sáng kiến',
      lines: [
        `Công nhận sáng kiến của ${nominee} có hiệu quả áp dụng và khả năng nhân rộng trong phạm vi toàn quốc.`,
      ],
    },
  ];
}

/** The paper as a PDF. */
export function printPaper({ title, lines }: Pick<DemoPaper, 'title' | 'lines'>): Promise<Buffer> {
  const paragraphs = lines.map((text) => `<p>${text}</p>`).join('');
  return renderPdf(`<!doctype html><html lang="vi"><meta charset="utf-8"><title>${title}</title>
<style>body { font: 14pt/1.5 Tinos, 'Liberation Serif', serif; margin: 25mm 20mm 20mm 30mm } h1 { font-size: 16pt; text-align: center; text-transform: uppercase } footer { font-style: italic; margin-top: 3em }</style>
<h1>${title}</h1>${paragraphs}<footer>Dữ liệu minh họa, không có giá trị pháp lý.</footer></html>`);
}
