from bench.http.measure import main

main()
