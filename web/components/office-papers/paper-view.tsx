import { EyeOutlined } from '@ant-design/icons';
import { Button, Card, Descriptions, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OfficePaperDetail } from '../../../api/contract/index.ts';
import { formatDate, formatInstant } from '../../format/dates.ts';
import { stretchWords } from '../../format/stretch.ts';
import { usePaperVersion } from '../../queries/office-papers.ts';
import { Loaded } from '../loaded.tsx';
import { useNames } from '../names.ts';
import { PdfDialog } from '../papers/pdf-dialog.tsx';
import { type RecordColumn, RecordList } from '../record-list.tsx';
import { DraftDialog } from './draft-dialog.tsx';
import { PaperText } from './paper-text.tsx';

/** A paper: its number, what it says, its versions with their prints, what units commented. */
export function PaperView({ paper }: { paper: OfficePaperDetail }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<number | null>(null);
  const [writing, setWriting] = useState(false);
  const isEarlier = shown !== null && shown !== paper.version;
  const earlier = usePaperVersion(paper.id, shown ?? 0, isEarlier);
  return (
    <div className="stack">
      <Facts paper={paper} />
      {paper.can.write && (
        <Button className="add-row" onClick={() => setWriting(true)}>
          {t('paper.write')}
        </Button>
      )}
      {isEarlier ? (
        <>
          <Flex gap={8} align="center" wrap>
            <b>{t('paper.versionShown', { number: shown })}</b>
            <Button size="small" onClick={() => setShown(null)}>
              {t('paper.showNewest')}
            </Button>
          </Flex>
          <Loaded query={earlier}>{(version) => <PaperText version={version} />}</Loaded>
        </>
      ) : (
        <PaperText version={paper.current} />
      )}
      {paper.comments.length > 0 && <Comments paper={paper} />}
      <Versions paper={paper} onShow={setShown} />
      {writing && <DraftDialog paper={paper} onClose={() => setWriting(false)} />}
    </div>
  );
}

function Facts({ paper }: { paper: OfficePaperDetail }) {
  const { t } = useTranslation();
  const { symbol, issuedOn, signer, campaign, replaces, replacedBy, overlay, effectiveFrom } = paper;
  const items = [
    symbol !== null && { label: t('paper.symbol'), children: symbol },
    issuedOn !== null && { label: t('paper.issuedOn'), children: formatDate(issuedOn) },
    signer !== null && { label: t('paper.signer'), children: signer.fullName },
    campaign !== null && {
      label: t('paper.campaign'),
      children: <Link to={`/campaigns/${campaign.id}`}>{campaign.name}</Link>,
    },
    replaces !== null && {
      label: t(paper.kind === 'repeal' ? 'paper.repeals' : 'paper.replaces'),
      children: <Link to={`/office-papers/${replaces.id}`}>{replaces.symbol ?? replaces.title}</Link>,
    },
    replacedBy !== null && {
      label: t('paper.replacedBy'),
      children: <Link to={`/office-papers/${replacedBy.id}`}>{replacedBy.symbol ?? replacedBy.title}</Link>,
    },
    effectiveFrom !== null && {
      label: t('paper.effective'),
      children: stretchWords(t, effectiveFrom, overlay?.effectiveTo ?? null),
    },
  ].filter((item) => item !== false);
  if (items.length === 0) return null;
  return (
    <Card size="small">
      <Descriptions
        column={{ xs: 1, md: 2 }}
        size="small"
        items={items.map((item) => ({ key: item.label, ...item }))}
      />
    </Card>
  );
}

function Comments({ paper: { comments } }: { paper: OfficePaperDetail }) {
  const { t } = useTranslation();
  const names = useNames();
  const columns: RecordColumn<OfficePaperDetail['comments'][number]>[] = [
    { key: 'unit', title: t('field.unit'), card: 'heading', render: ({ unit }) => names.unit(unit) },
    {
      key: 'answer',
      title: t('paper.answerLabel'),
      width: 170,
      render: ({ answer }) => (answer === null ? t('paper.noAnswer') : t(`paper.answer.${answer}`)),
    },
    {
      key: 'comment',
      title: t('paper.comment'),
      render: ({ comment }) => <span className="pre">{comment}</span>,
    },
    {
      key: 'at',
      title: t('field.at'),
      width: 160,
      render: ({ receivedAt, dueAt }) =>
        receivedAt !== null
          ? formatInstant(receivedAt)
          : dueAt && t('paper.dueAt', { at: formatInstant(dueAt) }),
    },
  ];
  const received = comments.filter(({ answer }) => answer !== null).length;
  return (
    <section aria-label={t('paper.comments')}>
      <h2>{t('paper.commentsReceived', { received, sent: comments.length })}</h2>
      <RecordList
        label={t('paper.comments')}
        columns={columns}
        records={comments}
        keyOf={({ unit }) => unit.id}
        empty={t('paper.noAnswer')}
      />
    </section>
  );
}

function Versions({ paper, onShow }: { paper: OfficePaperDetail; onShow: (number: number) => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<{ id: string; fileName: string } | null>(null);
  return (
    <section aria-label={t('paper.versions')}>
      <h2>{t('paper.versions')}</h2>
      <ul className="plain-list paper-versions">
        {paper.versions.map(({ number, writtenBy, writtenAt, documentId }) => (
          <li key={number}>
            <button type="button" className="link" onClick={() => onShow(number)}>
              {t('paper.version', { number })}
            </button>{' '}
            <span className="quiet">
              {writtenBy.fullName}, {formatInstant(writtenAt)}
            </span>{' '}
            {documentId !== null && (
              <Button
                type="link"
                size="small"
                icon={<EyeOutlined aria-hidden />}
                aria-label={t('paper.printOf', { number })}
                onClick={() =>
                  setOpen({ id: documentId, fileName: `${paper.symbol ?? paper.code} (${number})` })
                }
              >
                {t('paper.print')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <PdfDialog document={open} onClose={() => setOpen(null)} />
    </section>
  );
}
