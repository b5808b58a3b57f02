import { DeleteOutlined, ImportOutlined, PlusOutlined } from '@ant-design/icons';
import { App, Button, Flex, Input, Popconfirm, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  DossierDetail,
  LevelResult,
  Nomination,
  NominationStatus,
} from '../../../api/contract/index.ts';
import { formatScore } from '../../format/numbers.ts';
import { currentLocale } from '../../i18n.ts';
import {
  type NominationFilter,
  pageSize,
  useDossierCommands,
  useNominations,
} from '../../queries/dossiers.ts';
import { Loaded } from '../loaded.tsx';
import { useProblemText } from '../problem-alert.tsx';
import { type RecordColumn, RecordList } from '../record-list.tsx';
import { NominationStatusTag } from '../status-tags.tsx';
import { AddNominee } from './add-nominee.tsx';
import { ImportNominees } from './import-nominees.tsx';
import { InitiativesDialog } from './initiatives-dialog.tsx';

function Result({ result }: { result: LevelResult }) {
  const { t } = useTranslation();
  return (
    <li>
      {t(`level.${result.level}`)}: {t(`nominationStatus.${result.status}`)}
      {result.inFavour !== null &&
        result.total !== null &&
        result.needed !== null &&
        ` (${t('vote.sum', { inFavour: result.inFavour, total: result.total, needed: result.needed })})`}
      {result.overruledBy !== null && (
        <span className="strong"> – {t('overrule.by', { name: result.overruledBy.fullName })}</span>
      )}
      {result.reason !== null && <span className="quiet"> – {result.reason}</span>}
    </li>
  );
}

function RemoveNominee({ dossierId, nomination }: { dossierId: string; nomination: Nomination }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const { removeNomination } = useDossierCommands(dossierId);
  return (
    <Popconfirm
      title={t('nominations.removeAsk', { name: nomination.name })}
      okText={t('action.remove')}
      cancelText={t('action.cancel')}
      onConfirm={() =>
        removeNomination
          .mutateAsync(nomination.id)
          .catch((error: unknown) => void message.error(problemText(error)))
      }
    >
      <Button
        type="text"
        danger
        size="small"
        icon={<DeleteOutlined aria-hidden />}
        loading={removeNomination.isPending}
        aria-label={t('nominations.remove', { name: nomination.name })}
      />
    </Popconfirm>
  );
}

const statuses: NominationStatus[] = [
  'proposed',
  'passed',
  'failed',
  'returned',
  'removed',
  'awarded',
  'refused',
];

/** Nominees with score and result per level; a clerk adds, imports and removes them while the dossier may be edited. */
export function DossierNominations({ dossier }: { dossier: DossierDetail }) {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<NominationFilter>({ page: 1 });
  const [dialog, setDialog] = useState<'add' | 'import' | null>(null);
  const [initiativesOf, setInitiativesOf] = useState<Nomination | null>(null);
  const nominations = useNominations(dossier.id, filter);
  const { edit } = dossier.can;
  const columns: RecordColumn<Nomination>[] = [
    {
      key: 'seq',
      title: t('field.seq'),
      width: 56,
      align: 'right',
      card: 'hidden',
      render: ({ seq }) => seq,
    },
    {
      key: 'name',
      title: t('field.nominee'),
      card: 'heading',
      render: (nomination) => (
        <div>
          <span className="strong">{nomination.name}</span>
          <div className="quiet">
            {[t(`subject.${nomination.kind}`), nomination.post].filter((text) => text !== '').join(' · ')}
          </div>
        </div>
      ),
    },
    {
      key: 'achievement',
      title: t('field.achievement'),
      render: ({ achievement }) => (achievement === '' ? null : <span className="pre">{achievement}</span>),
    },
    {
      key: 'score',
      title: t('field.score'),
      width: 90,
      align: 'right',
      render: ({ scoreBasisPoints }) =>
        scoreBasisPoints === null ? null : formatScore(scoreBasisPoints, currentLocale()),
    },
    {
      key: 'status',
      title: t('field.result'),
      width: 300,
      render: (nomination) => (
        <div>
          <NominationStatusTag status={nomination.status} />
          {nomination.results.length > 0 && (
            <ul className="results">
              {nomination.results.map((result) => (
                <Result
                  key={`${result.level}-${result.at}-${result.overruledBy?.id ?? ''}`}
                  result={result}
                />
              ))}
            </ul>
          )}
          {nomination.results.length === 0 && nomination.reason !== null && (
            <div className="quiet">{nomination.reason}</div>
          )}
        </div>
      ),
    },
    {
      key: 'initiatives',
      title: t('initiative.column'),
      width: 120,
      card: 'bare',
      render: (nomination) => (
        <Button
          size="small"
          aria-label={t('initiative.title', { name: nomination.name })}
          onClick={() => setInitiativesOf(nomination)}
        >
          {t('initiative.column')}
        </Button>
      ),
    },
    ...(edit
      ? [
          {
            key: 'remove',
            title: t('action.remove'),
            card: 'bare' as const,
            width: 64,
            render: (nomination: Nomination) => (
              <RemoveNominee dossierId={dossier.id} nomination={nomination} />
            ),
          },
        ]
      : []),
  ];
  return (
    <div className="stack">
      <Flex gap={8} wrap justify="space-between">
        <Flex gap={8} wrap className="grow">
          <Input.Search
            allowClear
            className="search"
            placeholder={t('nominations.search')}
            aria-label={t('nominations.search')}
            onSearch={(q) => setFilter({ ...filter, q, page: 1 })}
          />
          <Select<NominationStatus>
            allowClear
            className="filter"
            placeholder={t('field.status')}
            aria-label={t('field.status')}
            options={statuses.map((status) => ({ value: status, label: t(`nominationStatus.${status}`) }))}
            onChange={(status) => {
              const { status: _, ...rest } = filter;
              setFilter(status === undefined ? { ...rest, page: 1 } : { ...rest, status, page: 1 });
            }}
          />
        </Flex>
        {edit && (
          <Flex gap={8} wrap>
            <Button icon={<ImportOutlined aria-hidden />} onClick={() => setDialog('import')}>
              {t('nominations.import')}
            </Button>
            <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setDialog('add')}>
              {t('nominations.add')}
            </Button>
          </Flex>
        )}
      </Flex>
      <Loaded query={nominations}>
        {({ items, total }) => (
          <RecordList
            label={t('field.nominees')}
            columns={columns}
            records={items}
            keyOf={({ id }) => id}
            empty={edit ? t('nominations.emptyEdit') : t('nominations.none')}
            loading={nominations.isPlaceholderData}
            paging={{
              page: filter.page ?? 1,
              pageSize,
              total,
              onChange: (page) => setFilter({ ...filter, page }),
            }}
          />
        )}
      </Loaded>
      {initiativesOf && (
        <InitiativesDialog
          dossierId={dossier.id}
          nomination={initiativesOf}
          canEdit={edit}
          onClose={() => setInitiativesOf(null)}
        />
      )}
      {edit && (
        <>
          <AddNominee dossier={dossier} open={dialog === 'add'} onClose={() => setDialog(null)} />
          <ImportNominees dossierId={dossier.id} open={dialog === 'import'} onClose={() => setDialog(null)} />
        </>
      )}
    </div>
  );
}
