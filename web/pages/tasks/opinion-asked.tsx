import { Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../components/names.ts';
import { useOpinions } from '../../queries/opinions.ts';

/** Which agency is asked what, beside the task that answers; an appraiser may have several for agencies outside. */
export function OpinionAsked({ dossierId, requestId }: { dossierId: string; requestId: string }) {
  const { t } = useTranslation();
  const names = useNames();
  const { data } = useOpinions(dossierId);
  const request = data?.items.find(({ id }) => id === requestId);
  if (!request) return null;
  return (
    <Descriptions column={1} size="small">
      <Descriptions.Item label={t('opinion.agency')}>
        {request.unit ? names.unit(request.unit) : request.agencyName}
      </Descriptions.Item>
      <Descriptions.Item label={t('opinion.question')}>
        <span className="prewrap">{request.question}</span>
      </Descriptions.Item>
    </Descriptions>
  );
}
