-- A release used to install the name of the demo's medal with the law. Where the demo is not, the catalogue says what the law says.
update "awards" set "name_vi" = 'Kỷ niệm chương', "name_en" = 'Commemorative medal'
where "code" = 'KNC' and "name_vi" = 'Kỷ niệm chương “Vì sự nghiệp Thống kê Việt Nam”'
  and not exists (select from "units" where "id" = '7c2edd81-effa-5ea1-831b-822bdbca92f1');
