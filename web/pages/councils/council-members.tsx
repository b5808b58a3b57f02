import { Button, Collapse, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CouncilDetail, CouncilMember } from '../../../api/contract/index.ts';
import { formatDate } from '../../format/dates.ts';
import { ReplaceMemberDialog } from './replace-member-dialog.tsx';

/** Who sits on a council today, in which capacity and since when; an administrator replaces one of them. */
export function CouncilMembers({ council }: { council: CouncilDetail }) {
  const { t } = useTranslation();
  const [leaving, setLeaving] = useState<CouncilMember | null>(null);
  const members = (
    <ul className="plain members">
      {council.memberList.map((member) => {
        const { person, capacity, post, validFrom, validTo } = member;
        const dates = { from: formatDate(validFrom), to: validTo === null ? '' : formatDate(validTo) };
        return (
          <li key={`${person.id} ${validFrom}`}>
            <Flex justify="space-between" gap={8} wrap align="center">
              <span>
                <span className="strong">{person.fullName}</span> – {t(`capacity.${capacity}`)}
                <span className="quiet">
                  {post !== '' && `, ${post}`},{' '}
                  {t(validTo === null ? 'council.termOpen' : 'council.termUntil', dates)}
                </span>
              </span>
              {council.canAdminister && validTo === null && (
                <Button
                  size="small"
                  aria-label={t('council.replaceName', { name: person.fullName })}
                  onClick={() => setLeaving(member)}
                >
                  {t('council.replace')}
                </Button>
              )}
            </Flex>
          </li>
        );
      })}
    </ul>
  );
  return (
    <>
      <Collapse
        size="small"
        items={[
          {
            key: 'members',
            label: t('council.membersTotal', { total: council.memberList.length }),
            children: members,
          },
        ]}
      />
      <ReplaceMemberDialog council={council} member={leaving} onClose={() => setLeaving(null)} />
    </>
  );
}
