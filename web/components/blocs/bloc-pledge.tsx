import { App, Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlocMember, BlocYearDetail } from '../../../api/contract/index.ts';
import { formatDate, formatInstant } from '../../format/dates.ts';
import { useBlocYearCommands } from '../../queries/blocs.ts';
import { useNames } from '../names.ts';
import { DocumentLink } from '../papers/document-link.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { type RecordColumn, RecordList } from '../record-list.tsx';
import { ToneTag } from '../tone-tag.tsx';
import { PledgeDialog } from './pledge-dialog.tsx';

/** The pledge of a year: its text, who has signed, and the paper once all have. */
export function BlocPledge({ year }: { year: BlocYearDetail }) {
  const { t } = useTranslation();
  const names = useNames();
  const { message } = App.useApp();
  const [writing, setWriting] = useState(false);
  const { sign } = useBlocYearCommands(year.id);
  const { place, on, commitments, hash, documentId } = year.pledge;
  const signed = year.memberList.filter(({ signature }) => signature !== null).length;
  const columns: RecordColumn<BlocMember>[] = [
    {
      key: 'unit',
      title: t('bloc.member'),
      card: 'heading',
      render: ({ unit }) => <span className="strong">{names.unit(unit)}</span>,
    },
    {
      key: 'signature',
      title: t('bloc.pledge.signature'),
      render: ({ unit, signature, canSign }) => {
        if (signature) return `${signature.by.fullName} · ${formatInstant(signature.signedAt)}`;
        if (!canSign || hash === null) return <ToneTag>{t('bloc.pledge.unsigned')}</ToneTag>;
        return (
          <Button
            type="primary"
            size="small"
            loading={sign.isPending}
            onClick={() =>
              sign.mutate(
                { unitId: unit.id, hash },
                { onSuccess: () => void message.success(t('bloc.pledge.signedNow')) },
              )
            }
          >
            {t('bloc.pledge.sign')}
          </Button>
        );
      },
    },
  ];
  return (
    <div className="stack">
      <Flex gap={16} wrap align="center">
        {year.can.writePledge && <Button onClick={() => setWriting(true)}>{t('bloc.pledge.write')}</Button>}
        {documentId !== null && (
          <DocumentLink
            document={{
              id: documentId,
              fileName: t('bloc.pledge.paper', { year: year.year }),
              mediaType: 'application/pdf',
            }}
          />
        )}
      </Flex>
      {commitments.length === 0 ? (
        <p className="quiet">{t('bloc.pledge.none')}</p>
      ) : (
        <>
          <p>
            {t('bloc.pledge.placeAndDay', { place: place ?? '–', day: on === null ? '–' : formatDate(on) })}
          </p>
          <ol>
            {commitments.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ol>
        </>
      )}
      {hash !== null && (
        <>
          <h2>{t('bloc.pledge.signatures', { signed, total: year.memberList.length })}</h2>
          {sign.error !== null && <ProblemAlert error={sign.error} />}
          <RecordList
            label={t('bloc.pledge.signature')}
            columns={columns}
            records={year.memberList}
            keyOf={({ unit }) => unit.id}
            empty=""
          />
        </>
      )}
      {writing && <PledgeDialog year={year} onClose={() => setWriting(false)} />}
    </div>
  );
}
