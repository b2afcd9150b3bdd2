/**
 * Names under which systems send personal data: the fields of the national portal's dossier exchange marked personal
 * in `domain.md` §2, and the plain Vietnamese and English ones. Compared without marks, case and separators.
 */
const PERSONAL = new Set(
  [
    // National portal
    'ChuHoSo SoGiayToChuHoSo MaDoiTuong Email Fax SoDienThoai TrichYeuHoSo GhiChu DinhDanhCHS',
    'LoaiDinhDanh SoDinhDanh TenTepDinhKem DuongDanTaiTepTin NguoiYeuCauBoSung NoiDungBoSung',
    'NguoiTiepNhanBoSung DuongDanTepTinKetQua NguoiXuLy NoiDungXuLy',
    // Vietnamese
    'HoTen HoVaTen TenNguoiNop NguoiNop NguoiNhan NguoiDung TenChuHo CanCuoc CCCD CMND SoCCCD SoCMND',
    'HoChieu DienThoai SDT DiaChi DiaChiThuongTru NgaySinh NamSinh GioiTinh DanToc TonGiao SoTaiKhoan',
    'BienSo BienSoXe CanBo CanBoXuLy NoiDung TrichYeu MaSoThue SoBHXH SoBHYT',
    // English
    'name fullName firstName lastName applicant applicantName citizen citizenName citizenId personName',
    'idNumber identityNumber nationalId passport phone phoneNumber mobile telephone address homeAddress',
    'birthday birthDate dateOfBirth gender sex ethnicity religion bankAccount accountNumber taxCode',
    'licensePlate plate officer officerName handler responsible remark remarks note notes comment',
    'description summary fileUrl attachment attachments signature photo face ipAddress',
  ].flatMap((line) => line.split(' ').map(foldName)),
);

function foldName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f\s_.-]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase();
}

export function isPersonal(name: string): boolean {
  return PERSONAL.has(foldName(name));
}

/**
 * Takes personal fields that no schema knows out of `object`, at every depth, and says how many. `known` are the
 * fields the schema has at this place: a camera's `name` is no person's.
 */
export function dropPersonal(object: Record<string, unknown>, known: ReadonlySet<string>): number {
  let dropped = 0;
  for (const [name, value] of Object.entries(object)) {
    if (!known.has(name) && isPersonal(name)) {
      delete object[name];
      dropped++;
    } else dropped += dropBelow(value);
  }
  return dropped;
}

const NONE: ReadonlySet<string> = new Set();

function dropBelow(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (!Array.isArray(value)) return dropPersonal(Object(value), NONE);
  let dropped = 0;
  for (const element of value) dropped += dropBelow(element);
  return dropped;
}
