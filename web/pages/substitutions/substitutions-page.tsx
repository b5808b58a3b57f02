import { UploadOutlined } from '@ant-design/icons';
import { Button, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Substitution } from '../../../api/contract/index.ts';
import { Loaded } from '../../components/loaded.tsx';
import { useNames } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { DocumentLink } from '../../components/papers/document-link.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { type RecordColumn, RecordList } from '../../components/record-list.tsx';
import { ToneTag } from '../../components/tone-tag.tsx';
import { formatDate, formatInstant } from '../../format/dates.ts';
import { useMe } from '../../queries/session.ts';
import { useSubstitutionCommands, useSubstitutions } from '../../queries/substitutions.ts';
import { GiveSubstitution } from './give-substitution.tsx';

/** Substitutions one gave or was given; and giving one. */
export function SubstitutionsPage() {
  const { t } = useTranslation();
  const names = useNames();
  const { actingFor } = useMe();
  const substitutions = useSubstitutions();
  const { attach, end } = useSubstitutionCommands();
  const [ending, setEnding] = useState<Substitution | null>(null);
  const pair = ({ substitute, holder }: Substitution) => ({
    by: substitute.fullName,
    holder: holder.fullName,
  });
  const columns: RecordColumn<Substitution>[] = [
    {
      key: 'who',
      title: t('substitution.who'),
      card: 'heading',
      render: (one) => (
        <>
          <span className="strong">{t('substitution.by', pair(one))}</span>
          <div className="quiet">{one.paper}</div>
          {one.document !== null && <DocumentLink document={one.document} />}
          <Upload
            showUploadList={false}
            beforeUpload={(file) => {
              attach.mutate({ id: one.id, file });
              return false; // sent here, with the session's language and errors
            }}
          >
            <Button
              size="small"
              icon={<UploadOutlined aria-hidden />}
              loading={attach.isPending && attach.variables.id === one.id}
              aria-label={t('substitution.attachOf', pair(one))}
            >
              {t('substitution.attach')}
            </Button>
          </Upload>
        </>
      ),
    },
    {
      key: 'roles',
      title: t('substitution.roles'),
      render: ({ roles }) =>
        roles
          .map(
            ({ role, unit, council }) =>
              `${t(`role.${role}`)} · ${council?.name ?? (unit ? names.unit(unit) : '')}`,
          )
          .join('; '),
    },
    {
      key: 'dates',
      title: t('substitution.dates'),
      render: ({ validFrom, validTo }) =>
        t('substitution.fromTo', { from: formatDate(validFrom), to: formatDate(validTo) }),
    },
    {
      key: 'status',
      title: t('field.status'),
      render: (one) => (
        <>
          <ToneTag tone={one.active ? 'green' : 'plain'}>
            {t(one.active ? 'substitution.active' : 'substitution.inactive')}
          </ToneTag>
          {one.endedAt !== null && (
            <div className="quiet">
              {t('substitution.ended', {
                at: formatInstant(one.endedAt),
                reason: one.endReason === 'holder_acted' ? t('substitution.holderActed') : one.endReason,
              })}
            </div>
          )}
        </>
      ),
    },
    {
      key: 'actions',
      title: t('field.actions'),
      card: 'bare',
      render: (one) =>
        one.endedAt === null && (
          <Button size="small" danger onClick={() => setEnding(one)}>
            {t('substitution.end')}
          </Button>
        ),
    },
  ];
  return (
    <Page title={t('substitution.title')}>
      {attach.error !== null && <ProblemAlert error={attach.error} />}
      <Loaded query={substitutions}>
        {({ items }) => (
          <RecordList
            label={t('substitution.list')}
            columns={columns}
            records={items}
            keyOf={({ id }) => id}
            empty={t('substitution.none')}
          />
        )}
      </Loaded>
      {actingFor === null && <GiveSubstitution />}
      <ReasonDialog
        open={ending !== null}
        title={t('substitution.end')}
        explanation={ending ? t('substitution.endHelp', pair(ending)) : ''}
        confirm={t('substitution.end')}
        danger
        onConfirm={async (reason) => {
          if (ending) await end.mutateAsync({ id: ending.id, reason });
        }}
        onClose={() => setEnding(null)}
      />
    </Page>
  );
}
