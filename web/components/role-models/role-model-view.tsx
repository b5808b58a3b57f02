import { Card, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RoleModelAward, RoleModelConsent, RoleModelDetail } from '../../../api/contract/index.ts';
import { formatInstant } from '../../format/dates.ts';
import { useNames } from '../names.ts';
import { DocumentLink } from '../papers/document-link.tsx';
import { type RecordColumn, RecordList } from '../record-list.tsx';
import { SubjectSteps } from '../subject-steps.tsx';
import { ToneTag } from '../tone-tag.tsx';

/** A role model: its story, the awards it rests on, the consents, its steps. */
export function RoleModelView({ model }: { model: RoleModelDetail }) {
  const { t } = useTranslation();
  const names = useNames();
  const awards: RecordColumn<RoleModelAward>[] = [
    {
      key: 'award',
      title: t('roleModel.award'),
      card: 'heading',
      render: ({ awardNameVi, awardNameEn }) => names.award({ awardNameVi, awardNameEn }),
    },
    { key: 'year', title: t('roleModel.year'), width: 100, render: ({ year }) => year },
    { key: 'decision', title: t('roleModel.decision'), render: ({ decisionSymbol }) => decisionSymbol },
    {
      key: 'counts',
      title: t('field.status'),
      width: 200,
      render: ({ counts }) => (counts ? null : <ToneTag tone="red">{t('roleModel.awardGone')}</ToneTag>),
    },
  ];
  return (
    <div className="stack">
      <Card size="small">
        <Flex gap={24} wrap>
          <span>
            <span className="strong">{model.name}</span>
            {model.post !== '' && <span className="quiet"> · {model.post}</span>}
          </span>
          <span>{model.field}</span>
          <span>{model.year}</span>
          {model.bloc !== null && <span>{model.bloc.name}</span>}
        </Flex>
      </Card>
      {model.endReason !== null && <p>{t('roleModel.endReason', { reason: model.endReason })}</p>}
      <h2>{t('roleModel.story')}</h2>
      <p className="pre">{model.story}</p>
      <h2>{t('roleModel.awards')}</h2>
      <RecordList
        label={t('roleModel.awards')}
        columns={awards}
        records={model.awards}
        keyOf={({ id }) => id}
        empty={t('roleModel.noAwards')}
      />
      <h2>{t('roleModel.consents')}</h2>
      {model.consents.length === 0 ? (
        <p className="quiet">{t('roleModel.noConsents')}</p>
      ) : (
        <ul className="plain-list">
          {model.consents.map((consent) => (
            <Consent key={consent.id} consent={consent} />
          ))}
        </ul>
      )}
      <h2>{t('roleModel.steps')}</h2>
      <SubjectSteps tasks={model.tasks} empty={t('roleModel.noSteps')} />
    </div>
  );
}

function Consent({ consent }: { consent: RoleModelConsent }) {
  const { t } = useTranslation();
  const { fields, documentId, recordedBy, givenAt, withdrawnAt } = consent;
  return (
    <li>
      <Flex gap={8} wrap align="center">
        <ToneTag tone={withdrawnAt === null ? 'green' : 'plain'}>
          {t(withdrawnAt === null ? 'roleModel.inForce' : 'roleModel.withdrawn')}
        </ToneTag>
        <span>
          {fields.map((field) => t(`roleModel.fields.${field}`)).join(', ')}
          {' · '}
          {t('roleModel.recorded', { by: recordedBy.fullName, at: formatInstant(givenAt) })}
          {withdrawnAt !== null && ` · ${t('roleModel.withdrawnAt', { at: formatInstant(withdrawnAt) })}`}
        </span>
        {documentId !== null && (
          <DocumentLink
            document={{ id: documentId, fileName: t('roleModel.paper'), mediaType: 'application/pdf' }}
          />
        )}
      </Flex>
    </li>
  );
}
