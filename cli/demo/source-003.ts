import type { AddLegalDocumentRequest, PaperDraft } from '../../api/contract/index.ts';
import { seedId } from '../../db/seed/seed-id.ts';

/** The plan of source 003 (Ninh Thuận, January 2023) as its office would enter it. */

const anniversary =
  'chào mừng kỷ niệm 75 năm Ngày Chủ tịch Hồ Chí Minh ra Lời kêu gọi thi đua ái quốc - Ngày truyền thống thi đua yêu nước (11/6/1948 - 11/6/2023)';
const launch = `thực hiện thắng lợi nhiệm vụ phát triển kinh tế - xã hội năm 2023, ${anniversary}`;
const office = 'Cục Thống kê tỉnh Ninh Thuận';

/** Legal documents that the plan cites, the first as its basis. */
export const legalDocuments: AddLegalDocumentRequest[] = [
  {
    type: 'Chỉ thị',
    symbol: '01/CT-UBND',
    issuer: 'Chủ tịch Ủy ban nhân dân tỉnh',
    issuedOn: '2023-01-09',
    subject: `về phát động thi đua ${launch}`,
  },
  {
    type: 'Nghị quyết',
    symbol: '54/NQ-HĐND',
    issuer: 'Hội đồng nhân dân tỉnh Ninh Thuận',
    issuedOn: '2022-12-09',
    subject: 'về Kế hoạch phát triển kinh tế - xã hội của tỉnh năm 2023',
  },
  {
    type: 'Chỉ thị',
    symbol: '34-CT/TW',
    issuer: 'Bộ Chính trị',
    issuedOn: '2014-04-07',
    subject: 'về tiếp tục đổi mới công tác thi đua, khen thưởng',
  },
  {
    type: 'Chỉ thị',
    symbol: '52-CT/TU',
    issuer: 'Ban Thường vụ Tỉnh ủy',
    issuedOn: '2014-05-28',
    subject: 'về tiếp tục đổi mới công tác thi đua, khen thưởng',
  },
  {
    type: 'Luật',
    symbol: '06/2022/QH15',
    issuer: 'Quốc hội',
    issuedOn: '2022-06-15',
    subject: 'Thi đua, khen thưởng',
  },
].map((document) => ({ ...document, repealedOn: null }));

const themes = [
  'Toàn dân chung sức xây dựng nông thôn mới',
  'Vì người nghèo - Không để ai bị bỏ lại phía sau',
  'Doanh nghiệp Ninh Thuận hội nhập và phát triển',
  'Toàn dân chung sức xây dựng Ninh Thuận xanh - sạch - đẹp',
  'Cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở',
  'Chuyển đổi số trên địa bàn tỉnh Ninh Thuận',
];

type Line = PaperDraft['lines'][number];
const lines =
  (kind: Line['kind']) =>
  (...texts: string[]): Line[] =>
    texts.map((text) => ({ kind, text }));
const part = lines('part');
const section = lines('section');
const text = lines('paragraph');
const dash = lines('dash');
const plus = lines('plus');

/** @param basis id of the directive in the list of legal documents; `directives` the two of the Party, cited inside the text */
export const planOf003 = (basis: string, resolution: string, directives: string): PaperDraft => ({
  title: `Phát động thi đua ${launch}`,
  bases: [{ documentId: basis, lead: 'implementing' }],
  opening: `${office} xây dựng Kế hoạch Phát động thi đua ${launch}, cụ thể như sau:`,
  lines: [
    ...part('Mục đích, yêu cầu'),
    ...section('Mục đích'),
    ...text(
      'Tiếp tục đổi mới và đẩy mạnh phong trào thi đua, khơi dậy truyền thống yêu nước, tinh thần vượt khó, lao động sáng tạo của toàn thể công chức và người lao động trong đơn vị về thực hiện thắng lợi các nhiệm vụ chỉ tiêu phát triển kinh tế - xã hội, giữ gìn quốc phòng, an ninh của tỉnh năm 2023.',
      `Biểu dương, khen thưởng kịp thời những tập thể, cá nhân có thành tích xuất sắc, những điển hình tiên tiến, nhân tố mới đóng góp vào sự nghiệp xây dựng và phát triển quê hương Ninh Thuận, ${anniversary}.`,
    ),
    ...section('Yêu cầu'),
    ...text(
      `Đẩy mạnh tuyên truyền, quán triệt sâu rộng đến công chức và người lao động nhằm nắm vững mục đích, ý nghĩa của phong trào thi đua; tư tưởng của Chủ tịch Hồ Chí Minh về thi đua yêu nước, ${directives} về tiếp tục đổi mới công tác thi đua, khen thưởng nhằm nâng cao nhận thức của toàn xã hội về vị trí quan trọng của phong trào thi đua yêu nước trong giai đoạn cách mạng hiện nay. Tiếp tục triển khai thực hiện tốt Luật Thi đua, Khen thưởng và các văn bản hướng dẫn thi hành.`,
      'Phong trào thi đua phải tổ chức sôi nổi đến các công chức và người lao động từng Phòng, Chi cục Thống kê các khu vực, thành phố.',
      'Tổ chức sơ kết phong trào thi đua gắn với sơ kết việc thực hiện nhiệm vụ năm 2023, khen thưởng kịp thời các tập thể và cá nhân có thành tích xuất sắc trong phong trào thi đua vào dịp kết thúc các giai đoạn phát động thi đua hoặc lồng ghép vào Hội nghị tổng kết năm của đơn vị.',
    ),
    ...part('Nội dung, tổ chức và nhiệm vụ thi đua'),
    ...section('Nội dung thi đua'),
    ...text(
      'Tiếp tục thực hiện chủ đề thi đua “**Đoàn kết, sáng tạo, thi đua xây dựng và bảo vệ Tổ quốc**” với phương châm hành động “**Đoàn kết, thích ứng, sáng tạo, kỷ cương, phát triển, hiệu quả**”.',
      'Phấn đấu hoàn thành xuất sắc nhiệm vụ, chỉ tiêu được giao hàng tháng, hàng quý, 6 tháng, 9 tháng và kế hoạch năm 2023.',
      `Đồng thời thi đua lập thành tích xuất sắc chào mừng các ngày lễ lớn, các sự kiện quan trọng của đất nước trong năm 2023; ${anniversary}.`,
    ),
    ...section('Tổ chức thi đua'),
    ...text('Trong năm 2023 phát động 02 đợt thi đua chính như sau:'),
    ...dash(
      `Đợt 1, từ đầu năm đến ngày 30/6/2023: Phát động phong trào thi đua đặc biệt ${anniversary.replace('kỷ niệm', 'Kỷ niệm')};`,
      `Đợt 2, từ ngày 01/7/2023 đến ngày 31/12/2023: Phát động phong trào thi đua phấn đấu về đích sớm, vượt mức các chỉ tiêu Kế hoạch phát triển kinh tế - xã hội của tỉnh năm 2023 theo ${resolution}.`,
    ),
    ...text(
      'Ngoài hai đợt thi đua chính, Cục Thống kê phát động hưởng ứng các phong trào thi đua chuyên đề như sau:',
    ),
    ...dash(
      ...themes.map(
        (theme) => `Phong trào thi đua “${theme}”${theme.startsWith('Doanh nghiệp') ? ' đến năm 2025' : ''};`,
      ),
      'Các Phong trào thi đua “Cải cách hành chính”; “Lao động sản xuất, kinh doanh giỏi”; “Phát huy sáng kiến, cải tiến kỹ thuật”; “Toàn dân bảo vệ an ninh Tổ quốc”.',
    ),
    ...plus(
      'Phong trào thi đua “Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh”;',
      'Các phong trào thi đua chuyên đề giai đoạn 2021-2025 đã phát động gắn với phong trào thi đua thường xuyên, thi đua theo đợt, tạo phong trào thi đua rộng khắp với mục tiêu đưa tỉnh Ninh Thuận phát triển nhanh, bền vững.',
    ),
    ...section('Nhiệm vụ thi đua'),
    ...dash(
      'Phấn đấu hoàn thành 100% nhiệm vụ theo chương trình, kế hoạch công tác trong năm với chất lượng đạt từ 98,49% điểm kế hoạch trở lên, hoặc xếp vị thứ chung cả nước tăng từ 1-2 bậc so với năm 2022.',
      'Tiếp tục bám sát diễn biến tình hình kinh tế - xã hội của địa phương và cả nước, tạo ra sự gắn bó chặt chẽ giữa Cục Thống kê với các Sở, ngành để phối hợp chia sẻ thông tin, qua đó nâng tầm chất lượng các báo cáo thông tin kinh tế - xã hội. Đặc biệt thực hiện tốt công tác cung cấp số liệu, thông tin thống kê phục vụ địa phương được kịp thời.',
      'Biên soạn và phát hành Niên giám thống kê năm 2022 đúng thời gian quy định. Chú trọng biên soạn, phát hành và phổ biến sản phẩm thống kê theo hướng đa dạng hoá sản phẩm, đa dạng hoá nội dung và lĩnh vực thông tin;',
      'Thực hiện tốt các cuộc điều tra thường xuyên và định kỳ năm 2023. Tiếp tục theo dõi thực hiện tốt các chỉ tiêu trong Hệ thống chỉ tiêu thống kê quốc gia và Hệ thống chỉ tiêu thống kê cấp tỉnh, huyện, xã.',
      'Tham mưu xây dựng cơ chế phối hợp các ngành để xây dựng hoàn chỉnh bộ dữ liệu Thống kê phục vụ cho công tác tham mưu, xây dựng chính sách phát triển ngành và địa phương.',
    ),
    ...part('Tổ chức thực hiện'),
    ...text(
      'Căn cứ nội dung kế hoạch này, lãnh đạo các phòng thuộc Cục, Chi cục Thống kê các khu vực, thành phố xây dựng kế hoạch, chương trình công tác về thi đua, khen thưởng năm 2023 của đơn vị mình và tổ chức phát động phong trào thi đua để triển khai thực hiện.',
      'Giao Phòng Tổ chức - Hành chính theo dõi, kiểm tra, đôn đốc việc thực hiện các nội dung nêu trên tại Kế hoạch này; đồng thời hướng dẫn, tổ chức bình xét khen thưởng đúng theo quy định, tổng hợp, báo cáo kết quả thực hiện cho Lãnh đạo Cục, Khối thi đua và Sở Nội vụ theo quy định.',
      'Đề nghị lãnh đạo các phòng thuộc Cục, Chi cục Thống kê các khu vực, thành phố triển khai thực hiện nghiêm túc, phát huy hiệu quả các nội dung thi đua tại Kế hoạch này.',
    ),
  ],
  recipients: [
    { name: 'Sở Nội vụ', unitId: null, purpose: 'report' },
    { name: 'Lãnh đạo Cục', unitId: null, purpose: 'report' },
    { name: 'Các Phòng thuộc Cục', unitId: seedId('unit', 'CTK-NINHTHUAN-TCHC'), purpose: 'carry_out' },
    { name: 'CCTK Khu vực huyện, TP', unitId: seedId('unit', 'CTK-NINHTHUAN-CC1'), purpose: 'carry_out' },
  ],
  filing: 'VT, TĐKT',
  onBehalfOf: null,
  plannedFor: '2023-01',
  executors: null,
  effectiveFrom: null,
  overlay: null,
});
