import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OfficePaperDetail, PaperDraft } from '../../../api/contract/index.ts';
import { type Keyed, keyed } from './keyed.ts';

type Line = Keyed<PaperDraft['lines'][number]>;

/** The lines of a paper: what each is and says. They can be moved, put in between and taken away. */
export function OutlineEditor({
  kinds,
  lines,
  onChange,
}: {
  kinds: OfficePaperDetail['lineKinds'];
  lines: Line[];
  onChange: (lines: Line[]) => void;
}) {
  const { t } = useTranslation();
  const first = kinds[0];
  if (first === undefined) return null;
  const set = (key: string, values: Partial<Line>) =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...values } : line)));
  const move = (from: number, to: number) => {
    const next = [...lines];
    const [line] = next.splice(from, 1);
    if (line) next.splice(to, 0, line);
    onChange(next);
  };
  const insert = (at: number, kind: Line['kind']) =>
    onChange(lines.toSpliced(at, 0, keyed({ kind, text: '' })));
  return (
    <fieldset className="outline-editor" aria-label={t('paper.lines')}>
      <span className="quiet">
        {t('paper.lines')}. {t('paper.linesHelp')}
      </span>
      {lines.map((line, i) => (
        <Flex key={line.key} gap={6} wrap className={`outline-row outline-${line.kind}`}>
          <Select
            className="outline-kind"
            aria-label={t('paper.lineKindLabel', { number: i + 1 })}
            value={line.kind}
            options={kinds.map((value) => ({ value, label: t(`paper.lineKind.${value}`) }))}
            onChange={(kind) => set(line.key, { kind })}
          />
          <Input.TextArea
            className="outline-text"
            autoSize
            aria-label={t('paper.line', { number: i + 1 })}
            value={line.text}
            // One line is one paragraph.
            onChange={({ target }) => set(line.key, { text: target.value.replace(/\n/g, ' ') })}
          />
          <Flex>
            <Button
              type="text"
              icon={<ArrowUpOutlined />}
              aria-label={t('paper.moveUp', { number: i + 1 })}
              disabled={i === 0}
              onClick={() => move(i, i - 1)}
            />
            <Button
              type="text"
              icon={<ArrowDownOutlined />}
              aria-label={t('paper.moveDown', { number: i + 1 })}
              disabled={i === lines.length - 1}
              onClick={() => move(i, i + 1)}
            />
            <Button
              type="text"
              icon={<PlusOutlined />}
              aria-label={t('paper.insertBelow', { number: i + 1 })}
              onClick={() => insert(i + 1, line.kind)}
            />
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t('paper.removeLine', { number: i + 1 })}
              onClick={() => onChange(lines.filter(({ key }) => key !== line.key))}
            />
          </Flex>
        </Flex>
      ))}
      <Button
        type="link"
        className="add-row"
        onClick={() => insert(lines.length, lines.at(-1)?.kind ?? first)}
      >
        {t('paper.addLine')}
      </Button>
    </fieldset>
  );
}
