import {
  AlertOutlined,
  ApartmentOutlined,
  BankOutlined,
  BookOutlined,
  BulbOutlined,
  CalendarOutlined,
  ClusterOutlined,
  CommentOutlined,
  FileDoneOutlined,
  FileProtectOutlined,
  FileSearchOutlined,
  FlagOutlined,
  FolderOpenOutlined,
  HomeOutlined,
  IdcardOutlined,
  InboxOutlined,
  MenuOutlined,
  ReadOutlined,
  ScheduleOutlined,
  StarOutlined,
  TeamOutlined,
  TrophyOutlined,
} from '@ant-design/icons';
import { Button, Drawer, Layout, Menu, Spin } from 'antd';
import { type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation, useNavigation } from 'react-router';
import { useNarrow } from '../components/use-narrow.ts';
import { useMe } from '../queries/session.ts';
import { AccountMenu } from './account-menu.tsx';
import { ActingBanner } from './acting-banner.tsx';
import { Brand } from './brand.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { type Area, areaOf, areasOf } from './navigation.ts';
import { NoticeBell } from './notice-bell.tsx';

const icons: Record<Area, ReactNode> = {
  home: <HomeOutlined aria-hidden />,
  tasks: <InboxOutlined aria-hidden />,
  dossiers: <FolderOpenOutlined aria-hidden />,
  papers: <FileDoneOutlined aria-hidden />,
  campaigns: <FlagOutlined aria-hidden />,
  initiatives: <BulbOutlined aria-hidden />,
  blocs: <ClusterOutlined aria-hidden />,
  roleModels: <StarOutlined aria-hidden />,
  plans: <ScheduleOutlined aria-hidden />,
  reviews: <TrophyOutlined aria-hidden />,
  councils: <BankOutlined aria-hidden />,
  party: <IdcardOutlined aria-hidden />,
  submissions: <FileProtectOutlined aria-hidden />,
  postings: <CommentOutlined aria-hidden />,
  ledger: <BookOutlined aria-hidden />,
  admin: <AlertOutlined aria-hidden />,
  organisation: <TeamOutlined aria-hidden />,
  calendar: <CalendarOutlined aria-hidden />,
  overlays: <ReadOutlined aria-hidden />,
  definitions: <ApartmentOutlined aria-hidden />,
  audit: <FileSearchOutlined aria-hidden />,
};

function MainMenu({ onChoose }: { onChoose?: () => void }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const area = areaOf(pathname);
  return (
    <nav aria-label={t('nav.label')}>
      <Menu
        mode="inline"
        selectedKeys={area === null ? [] : [area]}
        {...(onChoose && { onClick: onChoose })}
        items={areasOf(useMe()).map(({ area: key, path }) => ({
          key,
          icon: icons[key],
          label: <Link to={path}>{t(`nav.${key}`)}</Link>,
        }))}
      />
    </nav>
  );
}

/** Frame of all pages behind the login: brand and account on top, the menu at the side, on a phone in a drawer. */
export function Shell() {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const navigation = useNavigation();
  const [menuOpen, setMenuOpen] = useState(false);
  return (
    <Layout className="shell">
      <a className="skip-link" href="#content">
        {t('nav.skip')}
      </a>
      <Layout.Header className="top">
        {narrow && (
          <Button
            type="text"
            className="top-button"
            icon={<MenuOutlined aria-hidden />}
            aria-label={t('nav.open')}
            onClick={() => setMenuOpen(true)}
          />
        )}
        <Brand />
        <div className="top-right">
          {!narrow && <LanguageSwitch />}
          <NoticeBell />
          <AccountMenu />
        </div>
      </Layout.Header>
      <Layout>
        {!narrow && (
          <Layout.Sider width={232} theme="light" className="side">
            <MainMenu />
          </Layout.Sider>
        )}
        <Drawer
          open={narrow && menuOpen}
          onClose={() => setMenuOpen(false)}
          placement="left"
          size={280}
          title={t('nav.label')}
          footer={<LanguageSwitch />}
          className="menu-drawer"
        >
          <MainMenu onChoose={() => setMenuOpen(false)} />
        </Drawer>
        <Layout.Content
          id="content"
          role="main"
          className="content"
          aria-busy={navigation.state === 'loading'}
        >
          <ActingBanner />
          <Suspense fallback={<Spin />}>
            <Outlet />
          </Suspense>
        </Layout.Content>
      </Layout>
    </Layout>
  );
}
