import { dateCell, lineCell, optionalCell, wordCell } from './cells.ts';
import { sheetForm } from './sheet-form.ts';

const answers = { có: true, không: false, x: true, yes: true, no: false };

/** The sheet that says who works directly; the name is there for people to read. */
export const directWorkSheet = sheetForm({
  title: 'Lao động trực tiếp',
  columns: {
    code: {
      heading: 'Mã số',
      width: 16,
      required: true,
      ...lineCell(100, { vi: 'mã nhân viên hoặc địa chỉ thư', en: 'a staff code or mail address' }),
    },
    name: {
      heading: 'Họ và tên',
      width: 32,
      ...optionalCell(lineCell(300, { vi: 'họ và tên trong một dòng', en: 'a name in one line' }), ''),
    },
    isDirectWorker: {
      heading: 'Lao động trực tiếp',
      width: 20,
      required: true,
      ...wordCell<boolean>(answers, { vi: '"có" hoặc "không"', en: '"có" or "không"' }),
    },
    from: { heading: 'Từ ngày', width: 14, ...optionalCell(dateCell, null) },
  },
  examples: [
    { code: 'TK-0123', name: 'Nguyễn Thị Ví Dụ', isDirectWorker: 'có' },
    { code: 'TK-0124', name: 'Trần Văn Mẫu', isDirectWorker: 'không', from: '01/07/2026' },
  ],
});
