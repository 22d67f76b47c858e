// Asks GeographicLib (libgeographiclib-dev) for GARS and GEOREF, line by line:
// "W 35.3359 40.1408" is answered by both names, "G 441LL15" and "F QJLF0844820154" by the
// middle of the cell, or by ERROR and why.
#include <GeographicLib/GARS.hpp>
#include <GeographicLib/Georef.hpp>
#include <exception>
#include <iomanip>
#include <iostream>
#include <string>

int main() {
  std::cout << std::fixed << std::setprecision(12);
  std::string kind, name;
  while (std::cin >> kind) {
    double lat = 0, lon = 0;
    int precision = 0;
    try {
      if (kind == "W") {
        std::cin >> lat >> lon;
        std::string gars, georef;
        GeographicLib::GARS::Forward(lat, lon, 2, gars);
        GeographicLib::Georef::Forward(lat, lon, 5, georef);
        std::cout << gars << ' ' << georef << '\n';
        continue;
      }
      std::cin >> name;
      if (kind == "G") GeographicLib::GARS::Reverse(name, lat, lon, precision, true);
      else GeographicLib::Georef::Reverse(name, lat, lon, precision, true);
      std::cout << lat << ' ' << lon << ' ' << precision << '\n';
    } catch (const std::exception& e) {
      std::cout << "ERROR " << e.what() << '\n';
    }
  }
}
