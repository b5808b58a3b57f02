import { Alert, Card, Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DossierDetail, NominationStatus } from '../../../api/contract/index.ts';
import { formatInstant } from '../../format/dates.ts';
import { formatInteger } from '../../format/numbers.ts';
import { currentLocale } from '../../i18n.ts';
import { useNames } from '../names.ts';
import { NominationStatusTag } from '../status-tags.tsx';
import { BindingsCard } from './bindings-card.tsx';
import { OpinionCard } from './opinion-card.tsx';
import { PartyOpinionCard } from './party-opinion-card.tsx';
import { PostingCard } from './posting-card.tsx';
import { RuleCard } from './rule-card.tsx';

const order: NominationStatus[] = [
  'proposed',
  'passed',
  'returned',
  'failed',
  'removed',
  'awarded',
  'refused',
  'revoked',
];

/** Until the body that appraises for the chain has received the dossier, its law may still change. */
function isProvisional({ rule, bindings }: DossierDetail): boolean {
  return rule?.chain !== 'U' && !bindings.some(({ basis }) => basis !== 'start');
}

/** What the dossier is, where it stands, and the rule that binds it. */
export function DossierOverview({ dossier }: { dossier: DossierDetail }) {
  const { t } = useTranslation();
  const names = useNames();
  const locale = currentLocale();
  const period =
    dossier.periodFrom === dossier.periodTo
      ? `${dossier.periodFrom}`
      : `${dossier.periodFrom}–${dossier.periodTo}`;
  return (
    <div className="stack">
      {dossier.hold !== null && (
        <Alert
          type="warning"
          showIcon
          title={t('dossier.held', {
            reason: dossier.hold.reason,
            by: dossier.hold.by.fullName,
            at: formatInstant(dossier.hold.at),
          })}
        />
      )}
      {dossier.endReason !== null && (
        <Alert type="warning" showIcon title={t('field.reasonIs', { reason: dossier.endReason })} />
      )}
      {dossier.splitFrom !== null && (
        <Alert
          type="info"
          showIcon
          title={
            <>
              {t('dossier.splitFrom')}{' '}
              <Link to={`/dossiers/${dossier.splitFrom.id}`}>{dossier.splitFrom.code}</Link>
            </>
          }
        />
      )}
      {dossier.splitOffs.length > 0 && (
        <Alert
          type="info"
          showIcon
          title={
            <>
              {t('dossier.splitOffs')}{' '}
              {dossier.splitOffs.map(({ id, code, nominations, status }) => (
                <span key={id} className="one-line">
                  <Link to={`/dossiers/${id}`}>{code}</Link> ({t('nominations.count', { total: nominations })}
                  , {t(`dossierStatus.${status}`)}){' '}
                </span>
              ))}
            </>
          }
        />
      )}
      <Card size="small">
        <Descriptions column={{ xs: 1, md: 2 }} size="small">
          <Descriptions.Item label={t('field.award')}>{names.award(dossier)}</Descriptions.Item>
          <Descriptions.Item label={t('field.unit')}>{names.unit(dossier.unit)}</Descriptions.Item>
          <Descriptions.Item label={t('field.period')}>
            <span className="one-line">{period}</span>
          </Descriptions.Item>
          {dossier.commendationKind !== null && (
            <Descriptions.Item label={t('dossier.kind')}>
              {t(`commendationKind.${dossier.commendationKind}`)}
              {dossier.simplifiedCase !== null && ` · ${t(`simplifiedCase.${dossier.simplifiedCase}`)}`}
            </Descriptions.Item>
          )}
          <Descriptions.Item label={t('field.createdBy')}>
            {dossier.createdBy.fullName}, {formatInstant(dossier.createdAt)}
          </Descriptions.Item>
          {dossier.submittedAt !== null && (
            <Descriptions.Item label={t('field.submittedAt')}>
              {formatInstant(dossier.submittedAt)}
            </Descriptions.Item>
          )}
          {dossier.openSteps.length > 0 && (
            <Descriptions.Item label={t('field.openSteps')}>
              {dossier.openSteps.join(' · ')}
            </Descriptions.Item>
          )}
          <Descriptions.Item label={t('field.nominees')}>
            <span className="counts">
              {order
                .filter((status) => dossier.counts[status] > 0)
                .map((status) => (
                  <span key={status}>
                    {formatInteger(dossier.counts[status], locale)} <NominationStatusTag status={status} />
                  </span>
                ))}
              {dossier.nominations === 0 && t('nominations.none')}
            </span>
          </Descriptions.Item>
        </Descriptions>
      </Card>
      {dossier.instanceId !== null && <PartyOpinionCard dossierId={dossier.id} />}
      {dossier.instanceId !== null && <OpinionCard dossierId={dossier.id} />}
      {dossier.instanceId !== null && <PostingCard dossierId={dossier.id} />}
      {dossier.rule === null ? (
        <Alert type="warning" showIcon title={t('rule.missing')} />
      ) : (
        <RuleCard rule={dossier.rule} provisional={isProvisional(dossier)} />
      )}
      {dossier.bindings.length > 0 && <BindingsCard dossier={dossier} />}
    </div>
  );
}
